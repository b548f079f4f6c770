CREATE TABLE "accounts" (
	"tenant_id" uuid,
	"id" uuid,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"tenant_id" uuid,
	"id" uuid,
	"number" text NOT NULL,
	"booked_on" date NOT NULL,
	"description" text NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid,
	"customer_id" uuid,
	"effect_key" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entries_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "journal_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "postings" (
	"tenant_id" uuid,
	"id" uuid,
	"entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"debit_account_id" uuid NOT NULL,
	"credit_account_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"booked_on" date NOT NULL,
	CONSTRAINT "postings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "postings_amount" CHECK ("amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "postings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"tenant_id" uuid,
	"id" uuid,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"product_id" uuid,
	"item_code" text,
	"quantity" numeric NOT NULL,
	"unit" text NOT NULL,
	"unit_price" numeric NOT NULL,
	"base_quantity" numeric DEFAULT '1' NOT NULL,
	"allowances" jsonb DEFAULT '[]' NOT NULL,
	"charges" jsonb DEFAULT '[]' NOT NULL,
	"vat_rate" text NOT NULL,
	"vat_category" text NOT NULL,
	"vat_reason" text,
	"subtotal" numeric NOT NULL,
	"net" numeric NOT NULL,
	"vat" numeric NOT NULL,
	"gross" numeric NOT NULL,
	"corrects_line_id" uuid,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "invoice_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_series" (
	"tenant_id" uuid,
	"code" text,
	"kind" text NOT NULL,
	"last_on" date NOT NULL,
	CONSTRAINT "invoice_series_pkey" PRIMARY KEY("tenant_id","code")
);
--> statement-breakpoint
ALTER TABLE "invoice_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"tenant_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"number" text,
	"period" text,
	"sequence" integer,
	"issued_at" timestamp with time zone,
	"issued_on" date,
	"series" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"corrects_id" uuid,
	"order_id" uuid,
	"currency" text NOT NULL,
	"pricing" text NOT NULL,
	"exchange_rate" numeric,
	"locale" text NOT NULL,
	"due_on" date,
	"delivered_on" date,
	"buyer_reference" text,
	"order_reference" text,
	"notes" text,
	"reason" text,
	"allowances" jsonb DEFAULT '[]' NOT NULL,
	"charges" jsonb DEFAULT '[]' NOT NULL,
	"prepaid" numeric DEFAULT '0' NOT NULL,
	"rounding" numeric DEFAULT '0' NOT NULL,
	"net" numeric NOT NULL,
	"vat_total" numeric NOT NULL,
	"gross" numeric NOT NULL,
	"payable" numeric NOT NULL,
	"vat" jsonb NOT NULL,
	"seller" jsonb,
	"buyer" jsonb,
	"content_hash" text,
	"external_ids" jsonb DEFAULT '{}' NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invoices_issued_whole" CHECK (num_nulls("number", "period", "sequence", "issued_at", "issued_on", "due_on", "seller", "buyer", "exchange_rate", "content_hash") = 0 or num_nulls("number", "period", "sequence", "issued_at", "issued_on", "seller", "buyer", "content_hash") = 8),
	CONSTRAINT "invoices_sum" CHECK ("net" + "vat_total" = "gross"),
	CONSTRAINT "invoices_payable" CHECK ("gross" - "prepaid" + "rounding" = "payable")
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "allocations" (
	"tenant_id" uuid,
	"id" uuid,
	"invoice_id" uuid NOT NULL,
	"payment_id" uuid,
	"credit_note_id" uuid,
	"amount" numeric NOT NULL,
	"allocated_on" date NOT NULL,
	"exchange_difference" numeric DEFAULT '0' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allocations_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "allocations_amount" CHECK ("amount" > 0),
	CONSTRAINT "allocations_source" CHECK (num_nonnulls("payment_id", "credit_note_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "allocations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "closed_periods" (
	"tenant_id" uuid,
	"id" uuid,
	"through" date NOT NULL,
	"closed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closed_periods_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "closed_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_payments" (
	"tenant_id" uuid,
	"id" uuid,
	"number" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"exchange_rate" numeric NOT NULL,
	"paid_on" date NOT NULL,
	"method" text NOT NULL,
	"reference" text,
	"allocated" numeric DEFAULT '0' NOT NULL,
	"refunded" numeric DEFAULT '0' NOT NULL,
	"request_key" text,
	"external_ids" jsonb DEFAULT '{}' NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_payments_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "customer_payments_amount" CHECK ("amount" > 0),
	CONSTRAINT "customer_payments_within_amount" CHECK ("allocated" >= 0 and "refunded" >= 0 and "allocated" + "refunded" <= "amount")
);
--> statement-breakpoint
ALTER TABLE "customer_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_refunds" (
	"tenant_id" uuid,
	"id" uuid,
	"payment_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"refunded_on" date NOT NULL,
	"method" text NOT NULL,
	"reference" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_refunds_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "customer_refunds_amount" CHECK ("amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "customer_refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "open_items" (
	"tenant_id" uuid,
	"invoice_id" uuid,
	"customer_id" uuid NOT NULL,
	"side" text NOT NULL,
	"currency" text NOT NULL,
	"exchange_rate" numeric NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"total" numeric NOT NULL,
	"paid" numeric DEFAULT '0' NOT NULL,
	"credited" numeric DEFAULT '0' NOT NULL,
	CONSTRAINT "open_items_pkey" PRIMARY KEY("tenant_id","invoice_id"),
	CONSTRAINT "open_items_side" CHECK ("side" in ('debit', 'credit')),
	CONSTRAINT "open_items_within_total" CHECK ("paid" >= 0 and "credited" >= 0 and "paid" + "credited" <= "total")
);
--> statement-breakpoint
ALTER TABLE "open_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contacts" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "payment_days" integer;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "credit_limit" numeric(18,2);--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "buyer_reference" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "electronic_address" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_code" ON "accounts" ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_role" ON "accounts" ("tenant_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_entries_effect" ON "journal_entries" ("tenant_id","effect_key");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_entries_number" ON "journal_entries" ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "journal_entries_by_day" ON "journal_entries" ("tenant_id","booked_on","id");--> statement-breakpoint
CREATE INDEX "journal_entries_of_source" ON "journal_entries" ("tenant_id","source","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_position" ON "postings" ("tenant_id","entry_id","position");--> statement-breakpoint
CREATE INDEX "postings_debits" ON "postings" ("tenant_id","debit_account_id","booked_on");--> statement-breakpoint
CREATE INDEX "postings_credits" ON "postings" ("tenant_id","credit_account_id","booked_on");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_position" ON "invoice_lines" ("tenant_id","invoice_id","position");--> statement-breakpoint
CREATE INDEX "invoice_lines_corrections" ON "invoice_lines" ("tenant_id","corrects_line_id") WHERE corrects_line_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_sequence" ON "invoices" ("tenant_id","series","period","sequence");--> statement-breakpoint
CREATE INDEX "invoices_newest" ON "invoices" ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invoices_by_day" ON "invoices" ("tenant_id","issued_on","id");--> statement-breakpoint
CREATE INDEX "invoices_of_customer" ON "invoices" ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invoices_corrections" ON "invoices" ("tenant_id","corrects_id") WHERE corrects_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_search" ON "invoices" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "allocations_of_invoice" ON "allocations" ("tenant_id","invoice_id");--> statement-breakpoint
CREATE INDEX "allocations_of_payment" ON "allocations" ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "allocations_of_credit" ON "allocations" ("tenant_id","credit_note_id");--> statement-breakpoint
CREATE UNIQUE INDEX "closed_periods_through" ON "closed_periods" ("tenant_id","through");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_payments_number" ON "customer_payments" ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_payments_request" ON "customer_payments" ("tenant_id","request_key");--> statement-breakpoint
CREATE INDEX "customer_payments_newest" ON "customer_payments" ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customer_payments_of_customer" ON "customer_payments" ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customer_refunds_of_payment" ON "customer_refunds" ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "open_items_due" ON "open_items" ("tenant_id","due_on","invoice_id") WHERE paid + credited < total;--> statement-breakpoint
CREATE INDEX "open_items_of_customer" ON "open_items" ("tenant_id","customer_id","issued_on") WHERE paid + credited < total;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_entry" FOREIGN KEY ("tenant_id","entry_id") REFERENCES "journal_entries"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_debit" FOREIGN KEY ("tenant_id","debit_account_id") REFERENCES "accounts"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_credit" FOREIGN KEY ("tenant_id","credit_account_id") REFERENCES "accounts"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "invoices"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "customers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_corrects" FOREIGN KEY ("tenant_id","corrects_id") REFERENCES "invoices"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoice" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "open_items"("tenant_id","invoice_id");--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "customer_payments"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_credit_note" FOREIGN KEY ("tenant_id","credit_note_id") REFERENCES "open_items"("tenant_id","invoice_id");--> statement-breakpoint
ALTER TABLE "customer_payments" ADD CONSTRAINT "customer_payments_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "customers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "customer_refunds" ADD CONSTRAINT "customer_refunds_payment" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "customer_payments"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "open_items" ADD CONSTRAINT "open_items_invoice" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "invoices"("tenant_id","id");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "accounts" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "journal_entries" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "period_is_open" ON "journal_entries" AS RESTRICTIVE FOR INSERT TO "stoa_app" WITH CHECK (not exists (select from closed_periods c where c.tenant_id = journal_entries.tenant_id and c.through >= journal_entries.booked_on));--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "postings" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invoice_lines" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "only_drafts_insert" ON "invoice_lines" AS RESTRICTIVE FOR INSERT TO "stoa_app" WITH CHECK (exists (select from invoices i where i.tenant_id = invoice_lines.tenant_id and i.id = invoice_lines.invoice_id and i.issued_at is null));--> statement-breakpoint
CREATE POLICY "only_drafts_update" ON "invoice_lines" AS RESTRICTIVE FOR UPDATE TO "stoa_app" USING (exists (select from invoices i where i.tenant_id = invoice_lines.tenant_id and i.id = invoice_lines.invoice_id and i.issued_at is null)) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only_drafts_delete" ON "invoice_lines" AS RESTRICTIVE FOR DELETE TO "stoa_app" USING (exists (select from invoices i where i.tenant_id = invoice_lines.tenant_id and i.id = invoice_lines.invoice_id and i.issued_at is null));--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invoice_series" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invoices" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "only_drafts_insert" ON "invoices" AS RESTRICTIVE FOR INSERT TO "stoa_app" WITH CHECK (issued_at is null);--> statement-breakpoint
CREATE POLICY "only_drafts_update" ON "invoices" AS RESTRICTIVE FOR UPDATE TO "stoa_app" USING (issued_at is null) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only_drafts_delete" ON "invoices" AS RESTRICTIVE FOR DELETE TO "stoa_app" USING (issued_at is null);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "allocations" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "closed_periods" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "customer_payments" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "customer_refunds" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "open_items" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
-- The list of invoices is searched and filtered through a view that carries the tenant itself (decision 0007).
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY array['invoices', 'open_items'] LOOP
    EXECUTE format('CREATE POLICY window_reads ON %I FOR SELECT TO %I USING (true)', name, current_user);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE VIEW "invoice_window" AS
  SELECT i."tenant_id", i."id", i."kind", i."number", i."series", i."customer_id", i."corrects_id", i."currency", i."issued_on",
    i."due_on", i."net", i."vat_total", i."gross", i."payable", i."seller", i."buyer", i."search_text", i."locale",
    i."created_at", i."version", o."side", o."total", o."paid", o."credited"
  FROM "invoices" i LEFT JOIN "open_items" o ON o."tenant_id" = i."tenant_id" AND o."invoice_id" = i."id"
  WHERE i."tenant_id" = nullif(current_setting('app.tenant_id', true), '')::uuid;
