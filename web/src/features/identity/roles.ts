export const roles = {
  superAdmin: { name: 'Super admin', may: 'Everything, also security and roles' },
  operationsManager: { name: 'Operations manager', may: 'All operations in every branch' },
  branchManager: { name: 'Branch manager', may: 'All operations in their branches' },
  dispatcher: { name: 'Dispatcher', may: 'Requests, orders and the board; no money' },
  technician: { name: 'Technician', may: 'Their own visits' },
  accountant: { name: 'Accountant', may: 'Invoices and payments' },
  support: { name: 'Customer support', may: 'Requests, customers and messages' },
  auditor: { name: 'Auditor', may: 'Reads everything, changes nothing' },
  customer: { name: 'Customer', may: 'Their own account' },
  contractor: { name: 'Contractor', may: 'The visits given to them' },
} as const

export type Role = keyof typeof roles
