CREATE TABLE "bulk_changes" (
	"tenant_id" uuid,
	"id" uuid,
	"change" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"failed" jsonb NOT NULL,
	"started_by" uuid,
	"undone_at" timestamp with time zone,
	"kept" jsonb DEFAULT '[]' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_changes_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "bulk_changes" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);