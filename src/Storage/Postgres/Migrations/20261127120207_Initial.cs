using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Callout.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    until = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    served_in = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bill_to = table.Column<Guid>(type: "uuid", nullable: true),
                    payment_days = table.Column<int>(type: "integer", nullable: true),
                    registration_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: true),
                    preferred_technician = table.Column<Guid>(type: "uuid", nullable: true),
                    visits_from = table.Column<LocalTime>(type: "time", nullable: true),
                    visits_until = table.Column<LocalTime>(type: "time", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    billing_address_country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    billing_address_postal_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    billing_address_region = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    billing_address_street = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    billing_address_town = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    begins = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    rights = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asset",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    maker = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    model = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    serial = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    installed_on = table.Column<LocalDate>(type: "date", nullable: true),
                    warranty_from = table.Column<LocalDate>(type: "date", nullable: true),
                    warranty_until = table.Column<LocalDate>(type: "date", nullable: true),
                    warranty_parts = table.Column<bool>(type: "boolean", nullable: false),
                    warranty_labour = table.Column<bool>(type: "boolean", nullable: false),
                    warranty_travel = table.Column<bool>(type: "boolean", nullable: false),
                    warranty_exclusions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asset", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: true),
                    request = table.Column<Guid>(type: "uuid", nullable: true),
                    visit = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tag = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "backlog",
                columns: table => new
                {
                    reaction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    parked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backlog", x => new { x.reaction, x.pos });
                });

            migrationBuilder.CreateTable(
                name: "branch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<Guid>(type: "uuid", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    letterhead = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_branch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "business_calendar",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_business_calendar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    issued = table.Column<LocalDate>(type: "date", nullable: false),
                    expires = table.Column<LocalDate>(type: "date", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    side = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change", x => new { x.command_id, x.no });
                });

            migrationBuilder.CreateTable(
                name: "conflict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: true),
                    sender = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    technician = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    schema = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kept = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    served_in = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_numbers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    quiet_from = table.Column<LocalTime>(type: "time", nullable: true),
                    quiet_until = table.Column<LocalTime>(type: "time", nullable: true),
                    declined = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                columns: table => new
                {
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "cover_confirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    order_number = table.Column<long>(type: "bigint", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    done_on = table.Column<LocalDate>(type: "date", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lines = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cover_confirmation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "credential",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_step = table.Column<Guid>(type: "uuid", nullable: true),
                    second_step_offered = table.Column<Guid>(type: "uuid", nullable: true),
                    last_code = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "dead_letter",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    schema = table.Column<int>(type: "integer", nullable: false),
                    raw = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter", x => x.command_id);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "uuid", nullable: false),
                    next_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    because = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => x.message);
                });

            migrationBuilder.CreateTable(
                name: "device",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    hands_over = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    handed_over = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device_report",
                columns: table => new
                {
                    device = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket = table.Column<Guid>(type: "uuid", nullable: true),
                    heard_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unsent = table.Column<int>(type: "integer", nullable: false),
                    oldest_unsent = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    files = table.Column<int>(type: "integer", nullable: false),
                    file_bytes = table.Column<long>(type: "bigint", nullable: false),
                    caught_up_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    used = table.Column<long>(type: "bigint", nullable: true),
                    room = table.Column<long>(type: "bigint", nullable: true),
                    is_protected = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_report", x => x.device);
                });

            migrationBuilder.CreateTable(
                name: "device_turn",
                columns: table => new
                {
                    device = table.Column<Guid>(type: "uuid", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_turn", x => x.device);
                });

            migrationBuilder.CreateTable(
                name: "due",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    command = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    schema = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    parked = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "external_number",
                columns: table => new
                {
                    system = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_number", x => new { x.kind, x.system, x.number });
                });

            migrationBuilder.CreateTable(
                name: "failure_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    opens = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_failure_code", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feed_audience",
                columns: table => new
                {
                    audience = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    held = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_audience", x => new { x.document, x.audience });
                });

            migrationBuilder.CreateTable(
                name: "feed_digest",
                columns: table => new
                {
                    audience = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: false),
                    sum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_digest", x => x.audience);
                });

            migrationBuilder.CreateTable(
                name: "feed_document",
                columns: table => new
                {
                    view = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_document", x => new { x.document, x.view });
                });

            migrationBuilder.CreateTable(
                name: "field_deviation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    visit = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_deviation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    branches = table.Column<string>(type: "text", nullable: false),
                    device = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    recorded_quality = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answers = table.Column<int>(type: "integer", nullable: false),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settled_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_command", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact = table.Column<Guid>(type: "uuid", nullable: true),
                    request = table.Column<Guid>(type: "uuid", nullable: true),
                    work_order = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_mail", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    series = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    paper = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    done_on = table.Column<LocalDate>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lines = table.Column<string>(type: "text", nullable: false),
                    tax_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_rate = table.Column<int>(type: "integer", nullable: false),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    paid_minor = table.Column<long>(type: "bigint", nullable: false),
                    payment_days = table.Column<int>(type: "integer", nullable: false),
                    issued_on = table.Column<LocalDate>(type: "date", nullable: true),
                    due_on = table.Column<LocalDate>(type: "date", nullable: true),
                    payer_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    payer_address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    payer_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "last_position",
                columns: table => new
                {
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    accuracy_metres = table.Column<double>(type: "double precision", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_position", x => x.technician);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    pos = table.Column<long>(type: "bigint", nullable: false),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    occurred_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    occurred_quality = table.Column<string>(type: "text", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    touched = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger", x => x.pos);
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: true),
                    visit = table.Column<Guid>(type: "uuid", nullable: true),
                    request = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    contact = table.Column<Guid>(type: "uuid", nullable: true),
                    technician = table.Column<Guid>(type: "uuid", nullable: true),
                    device = table.Column<Guid>(type: "uuid", nullable: true),
                    occasion = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    ways = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<int>(type: "integer", nullable: false),
                    refusals = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sent_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    visit = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "on_call_rota",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    turns = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<LocalDate>(type: "date", nullable: false),
                    handover = table.Column<LocalTime>(type: "time", nullable: false),
                    turn_days = table.Column<int>(type: "integer", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_on_call_rota", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "one_time_link",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_link", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "order_word",
                columns: table => new
                {
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    branch = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_word", x => new { x.work_order, x.word });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    letterhead = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_rate = table.Column<int>(type: "integer", nullable: false),
                    tax_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    report_branch = table.Column<Guid>(type: "uuid", nullable: true),
                    logo = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_step_for = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    search_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rights = table.Column<string>(type: "text", nullable: false),
                    is_super_admin = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_branch",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_branch", x => new { x.person, x.branch });
                });

            migrationBuilder.CreateTable(
                name: "person_key",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_key", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "personal_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    cipher = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "position_ping",
                columns: table => new
                {
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    accuracy_metres = table.Column<double>(type: "double precision", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_position_ping", x => new { x.technician, x.at });
                });

            migrationBuilder.CreateTable(
                name: "price_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<LocalDate>(type: "date", nullable: false),
                    until = table.Column<LocalDate>(type: "date", nullable: true),
                    by_agreement = table.Column<bool>(type: "boolean", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_holiday",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_holiday", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "push_subscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    endpoint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_subscription", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reader_cursor",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pos = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reader_cursor", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "receipt",
                columns: table => new
                {
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    device = table.Column<Guid>(type: "uuid", nullable: true),
                    n = table.Column<long>(type: "bigint", nullable: true),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt", x => x.command_id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_code", x => new { x.person, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "request_tracking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_tracking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_word",
                columns: table => new
                {
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    branch = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_word", x => new { x.request, x.word });
                });

            migrationBuilder.CreateTable(
                name: "search_word",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_word", x => new { x.subject, x.word });
                });

            migrationBuilder.CreateTable(
                name: "service_contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<LocalDate>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    uses = table.Column<string>(type: "text", nullable: false),
                    renewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_contract", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    site = table.Column<Guid>(type: "uuid", nullable: true),
                    asset = table.Column<Guid>(type: "uuid", nullable: true),
                    contact = table.Column<Guid>(type: "uuid", nullable: true),
                    caller_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    caller_phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    caller_email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    symptom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    media = table.Column<string>(type: "text", nullable: false),
                    external_ref = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    work_order = table.Column<Guid>(type: "uuid", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    answer_by = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    turn = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "shift_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: false),
                    restored = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shift_pattern",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cycle_days = table.Column<int>(type: "integer", nullable: false),
                    anchor = table.Column<LocalDate>(type: "date", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: false),
                    holidays = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_pattern", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "showing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    technician = table.Column<Guid>(type: "uuid", nullable: false),
                    stands = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_showing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_guard",
                columns: table => new
                {
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    locked_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_guard", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "site",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    position_quality = table.Column<string>(type: "text", nullable: false),
                    access_notes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hazards = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    contact = table.Column<Guid>(type: "uuid", nullable: true),
                    address_country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_postal_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_region = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_street = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_town = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "skill",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sla_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sla_policy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storage_loss",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    technician = table.Column<Guid>(type: "uuid", nullable: true),
                    branch = table.Column<Guid>(type: "uuid", nullable: true),
                    after = table.Column<long>(type: "bigint", nullable: false),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storage_loss", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "technician",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    employment = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    search_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    profile = table.Column<string>(type: "text", nullable: false),
                    skills = table.Column<string>(type: "text", nullable: false),
                    patterns = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    calendar = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technician", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outline = table.Column<string>(type: "text", nullable: false),
                    postcodes = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territory", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told_apart",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<Guid>(type: "uuid", nullable: false),
                    second = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_apart", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tracking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    visit = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    expires = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    revoked = table.Column<bool>(type: "boolean", nullable: false),
                    told_start = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    former_from = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    former_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    former_start = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    told_arrival = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    confirmed = table.Column<bool>(type: "boolean", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    rating_words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tracking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vehicle",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    driver = table.Column<Guid>(type: "uuid", nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vehicle", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: true),
                    crew = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    end = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    travel_minutes = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unanswered_since = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    safety_acknowledged = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    fitness_overruled = table.Column<bool>(type: "boolean", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    parts = table.Column<string>(type: "text", nullable: false),
                    extras = table.Column<string>(type: "text", nullable: false),
                    brief = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    visit = table.Column<Guid>(type: "uuid", nullable: false),
                    work_order = table.Column<Guid>(type: "uuid", nullable: false),
                    resource = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    busy_from = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    busy_to = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    blocks = table.Column<bool>(type: "boolean", nullable: false),
                    taken_away = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    site = table.Column<Guid>(type: "uuid", nullable: true),
                    contact = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact_phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    assets = table.Column<string>(type: "text", nullable: false),
                    asset = table.Column<Guid>(type: "uuid", nullable: true),
                    work_type = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: true),
                    billing = table.Column<string>(type: "text", nullable: false),
                    needs_approval = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    instructions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    safety = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    fields_needed = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<string>(type: "text", nullable: false),
                    priority_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    bucket = table.Column<string>(type: "text", nullable: false),
                    hold_reason = table.Column<string>(type: "text", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    approved_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    approved_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    symptom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    window_from = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    window_to = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    external_ref = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    clocks = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: true),
                    pauses = table.Column<string>(type: "text", nullable: false),
                    cover = table.Column<string>(type: "text", nullable: true),
                    at_stake = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    turn = table.Column<long>(type: "bigint", nullable: false),
                    wanted = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_type",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_type", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_type_revision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_type = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    template = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_type_revision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "zone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absence_branch_id",
                table: "absence",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_absence_technician_from",
                table: "absence",
                columns: new[] { "technician", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_account_branch_id",
                table: "account",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_holder",
                table: "account",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_api_key_hash",
                table: "api_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asset_account",
                table: "asset",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_asset_parent_id",
                table: "asset",
                columns: new[] { "parent", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_asset_site_id",
                table: "asset",
                columns: new[] { "site", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attachment_hash",
                table: "attachment",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_request",
                table: "attachment",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_work_order",
                table: "attachment",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_branch_code",
                table: "branch",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_branch_expires",
                table: "certificate",
                columns: new[] { "branch", "expires" });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_technician_expires",
                table: "certificate",
                columns: new[] { "technician", "expires" });

            migrationBuilder.CreateIndex(
                name: "ix_change_row_id_version",
                table: "change",
                columns: new[] { "row_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_conflict_branch_settled_by",
                table: "conflict",
                columns: new[] { "branch", "settled_by" });

            migrationBuilder.CreateIndex(
                name: "ix_conflict_row_id",
                table: "conflict",
                column: "row_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_account",
                table: "contact",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_cover_confirmation_work_order",
                table: "cover_confirmation",
                column: "work_order",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_next_at",
                table: "delivery",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_device_person",
                table: "device",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_device_report_ticket",
                table: "device_report",
                column: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_due_at",
                table: "due",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_due_key",
                table: "due",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_external_number_number",
                table: "external_number",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_external_number_subject",
                table: "external_number",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_failure_code_kind_code",
                table: "failure_code",
                columns: new[] { "kind", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feed_audience_audience_pos",
                table: "feed_audience",
                columns: new[] { "audience", "pos" });

            migrationBuilder.CreateIndex(
                name: "ix_field_deviation_branch_settled_by",
                table: "field_deviation",
                columns: new[] { "branch", "settled_by" });

            migrationBuilder.CreateIndex(
                name: "ix_field_deviation_work_order",
                table: "field_deviation",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_held_command_state_id",
                table: "held_command",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_mail_contact",
                table: "incoming_mail",
                column: "contact");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_account",
                table: "invoice",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_branch_number",
                table: "invoice",
                columns: new[] { "branch", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoice_branch_state_id",
                table: "invoice",
                columns: new[] { "branch", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_state_due_on",
                table: "invoice",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_work_order",
                table: "invoice",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_last_position_branch",
                table: "last_position",
                column: "branch");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_command_id",
                table: "ledger",
                column: "command_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_name_pos",
                table: "ledger",
                columns: new[] { "name", "pos" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_subject_id_pos",
                table: "ledger",
                columns: new[] { "subject_id", "pos" });

            migrationBuilder.CreateIndex(
                name: "ix_message_branch_state_id",
                table: "message",
                columns: new[] { "branch", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_message_contact",
                table: "message",
                column: "contact");

            migrationBuilder.CreateIndex(
                name: "ix_message_key",
                table: "message",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_request",
                table: "message",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "ix_message_state_id",
                table: "message",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_message_visit_state",
                table: "message",
                columns: new[] { "visit", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_message_work_order",
                table: "message",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_note_work_order",
                table: "note",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_on_call_rota_branch",
                table: "on_call_rota",
                column: "branch");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_link_person",
                table: "one_time_link",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_order_word_word_work_order",
                table: "order_word",
                columns: new[] { "word", "work_order" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_invoice",
                table: "payment",
                column: "invoice");

            migrationBuilder.CreateIndex(
                name: "ix_payment_receipt",
                table: "payment",
                column: "receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_email_key",
                table: "person",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_branch_branch",
                table: "person_branch",
                column: "branch");

            migrationBuilder.CreateIndex(
                name: "ix_personal_value_person",
                table: "personal_value",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_public_holiday_region_date",
                table: "public_holiday",
                columns: new[] { "region", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_push_subscription_person",
                table: "push_subscription",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_push_subscription_technician",
                table: "push_subscription",
                column: "technician");

            migrationBuilder.CreateIndex(
                name: "ix_request_tracking_request",
                table: "request_tracking",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "ix_request_tracking_token_hash",
                table: "request_tracking",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_word_word_request",
                table: "request_word",
                columns: new[] { "word", "request" });

            migrationBuilder.CreateIndex(
                name: "ix_search_word_account",
                table: "search_word",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_search_word_word_account",
                table: "search_word",
                columns: new[] { "word", "account" });

            migrationBuilder.CreateIndex(
                name: "ix_service_contract_account",
                table: "service_contract",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_service_contract_branch_id",
                table: "service_contract",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_contract_number",
                table: "service_contract",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_contract_state_until",
                table: "service_contract",
                columns: new[] { "state", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_account",
                table: "service_request",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_service_request_asset_received_at",
                table: "service_request",
                columns: new[] { "asset", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_branch_external_ref",
                table: "service_request",
                columns: new[] { "branch", "external_ref" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_request_branch_is_open_turn_id",
                table: "service_request",
                columns: new[] { "branch", "is_open", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_branch_number",
                table: "service_request",
                columns: new[] { "branch", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_request_is_open_branch",
                table: "service_request",
                columns: new[] { "is_open", "branch" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_is_open_turn_id",
                table: "service_request",
                columns: new[] { "is_open", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_site",
                table: "service_request",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_service_request_state_turn_id",
                table: "service_request",
                columns: new[] { "state", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_turn_id",
                table: "service_request",
                columns: new[] { "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_request_work_order",
                table: "service_request",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_shift_change_technician_day",
                table: "shift_change",
                columns: new[] { "technician", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_showing_account",
                table: "showing",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_showing_technician_site",
                table: "showing",
                columns: new[] { "technician", "site" });

            migrationBuilder.CreateIndex(
                name: "ix_site_account",
                table: "site",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_site_branch_id",
                table: "site",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_parent_id",
                table: "site",
                columns: new[] { "parent", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_storage_loss_settled_by",
                table: "storage_loss",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_technician_branch_id",
                table: "technician",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_technician_person",
                table: "technician",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_template_occasion_channel_language",
                table: "template",
                columns: new[] { "occasion", "channel", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_territory_branch_id",
                table: "territory",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_hash",
                table: "ticket",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_person",
                table: "ticket",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_told_apart_first",
                table: "told_apart",
                column: "first");

            migrationBuilder.CreateIndex(
                name: "ix_told_apart_second",
                table: "told_apart",
                column: "second");

            migrationBuilder.CreateIndex(
                name: "ix_tracking_token_hash",
                table: "tracking",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tracking_visit",
                table: "tracking",
                column: "visit");

            migrationBuilder.CreateIndex(
                name: "ix_tracking_work_order",
                table: "tracking",
                column: "work_order");

            migrationBuilder.CreateIndex(
                name: "ix_vehicle_branch_id",
                table: "vehicle",
                columns: new[] { "branch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_vehicle_driver",
                table: "vehicle",
                column: "driver");

            migrationBuilder.CreateIndex(
                name: "ix_visit_branch_day",
                table: "visit",
                columns: new[] { "branch", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_lead_start",
                table: "visit",
                columns: new[] { "lead", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_state_day_branch",
                table: "visit",
                columns: new[] { "state", "day", "branch" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_work_order_seq",
                table: "visit",
                columns: new[] { "work_order", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_assignment_resource_busy_from",
                table: "visit_assignment",
                columns: new[] { "resource", "busy_from" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_assignment_visit_resource",
                table: "visit_assignment",
                columns: new[] { "visit", "resource" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_assignment_work_order_resource",
                table: "visit_assignment",
                columns: new[] { "work_order", "resource" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_account",
                table: "work_order",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_asset",
                table: "work_order",
                column: "asset");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_branch_bucket_turn_id",
                table: "work_order",
                columns: new[] { "branch", "bucket", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_branch_number",
                table: "work_order",
                columns: new[] { "branch", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_order_branch_turn_id",
                table: "work_order",
                columns: new[] { "branch", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_bucket_turn_id",
                table: "work_order",
                columns: new[] { "bucket", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_priority_turn_id",
                table: "work_order",
                columns: new[] { "priority", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_site",
                table: "work_order",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_turn_id",
                table: "work_order",
                columns: new[] { "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_work_type_turn_id",
                table: "work_order",
                columns: new[] { "work_type", "turn", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_type_code",
                table: "work_type",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_type_revision_work_type_revision",
                table: "work_type_revision",
                columns: new[] { "work_type", "revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "api_key");

            migrationBuilder.DropTable(
                name: "asset");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "backlog");

            migrationBuilder.DropTable(
                name: "branch");

            migrationBuilder.DropTable(
                name: "business_calendar");

            migrationBuilder.DropTable(
                name: "certificate");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "conflict");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "counter");

            migrationBuilder.DropTable(
                name: "cover_confirmation");

            migrationBuilder.DropTable(
                name: "credential");

            migrationBuilder.DropTable(
                name: "dead_letter");

            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "device");

            migrationBuilder.DropTable(
                name: "device_report");

            migrationBuilder.DropTable(
                name: "device_turn");

            migrationBuilder.DropTable(
                name: "due");

            migrationBuilder.DropTable(
                name: "external_number");

            migrationBuilder.DropTable(
                name: "failure_code");

            migrationBuilder.DropTable(
                name: "feed_audience");

            migrationBuilder.DropTable(
                name: "feed_digest");

            migrationBuilder.DropTable(
                name: "feed_document");

            migrationBuilder.DropTable(
                name: "field_deviation");

            migrationBuilder.DropTable(
                name: "held_command");

            migrationBuilder.DropTable(
                name: "incoming_mail");

            migrationBuilder.DropTable(
                name: "invoice");

            migrationBuilder.DropTable(
                name: "last_position");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "note");

            migrationBuilder.DropTable(
                name: "on_call_rota");

            migrationBuilder.DropTable(
                name: "one_time_link");

            migrationBuilder.DropTable(
                name: "order_word");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "payment");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "person_branch");

            migrationBuilder.DropTable(
                name: "person_key");

            migrationBuilder.DropTable(
                name: "personal_value");

            migrationBuilder.DropTable(
                name: "position_ping");

            migrationBuilder.DropTable(
                name: "price_list");

            migrationBuilder.DropTable(
                name: "public_holiday");

            migrationBuilder.DropTable(
                name: "push_subscription");

            migrationBuilder.DropTable(
                name: "reader_cursor");

            migrationBuilder.DropTable(
                name: "receipt");

            migrationBuilder.DropTable(
                name: "recovery_code");

            migrationBuilder.DropTable(
                name: "request_tracking");

            migrationBuilder.DropTable(
                name: "request_word");

            migrationBuilder.DropTable(
                name: "search_word");

            migrationBuilder.DropTable(
                name: "service_contract");

            migrationBuilder.DropTable(
                name: "service_request");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "shift_change");

            migrationBuilder.DropTable(
                name: "shift_pattern");

            migrationBuilder.DropTable(
                name: "showing");

            migrationBuilder.DropTable(
                name: "sign_in_guard");

            migrationBuilder.DropTable(
                name: "site");

            migrationBuilder.DropTable(
                name: "skill");

            migrationBuilder.DropTable(
                name: "sla_policy");

            migrationBuilder.DropTable(
                name: "storage_loss");

            migrationBuilder.DropTable(
                name: "technician");

            migrationBuilder.DropTable(
                name: "template");

            migrationBuilder.DropTable(
                name: "territory");

            migrationBuilder.DropTable(
                name: "ticket");

            migrationBuilder.DropTable(
                name: "told_apart");

            migrationBuilder.DropTable(
                name: "tracking");

            migrationBuilder.DropTable(
                name: "vehicle");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "visit_assignment");

            migrationBuilder.DropTable(
                name: "work_order");

            migrationBuilder.DropTable(
                name: "work_type");

            migrationBuilder.DropTable(
                name: "work_type_revision");

            migrationBuilder.DropTable(
                name: "zone");
        }
    }
}
