import { say } from './words'

export const roles = {
  superAdmin: { name: say('superAdmin'), may: say('everythingAlsoSecurityAndRoles') },
  operationsManager: { name: say('operationsManager'), may: say('allOperationsInEveryBranch') },
  branchManager: { name: say('branchManager'), may: say('allOperationsInTheirBranches') },
  dispatcher: { name: say('dispatcher'), may: say('requestsOrdersAndTheBoard') },
  technician: { name: say('technician'), may: say('theirOwnVisits') },
  accountant: { name: say('accountant'), may: say('invoicesAndPayments') },
  support: { name: say('customerSupport'), may: say('requestsCustomersAndMessages') },
  auditor: { name: say('auditor'), may: say('readsEverythingChangesNothing') },
  customer: { name: say('customer'), may: say('theirOwnAccount') },
  contractor: { name: say('contractor'), may: say('theVisitsGivenToThem') },
} as const

export type Role = keyof typeof roles
