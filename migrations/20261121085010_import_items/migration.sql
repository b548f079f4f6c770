CREATE TABLE "import_items" (
	"tenant_id" uuid,
	"import_id" uuid,
	"position" integer,
	"row" integer NOT NULL,
	"title" text NOT NULL,
	"effect" text NOT NULL,
	"product_id" uuid,
	"changes" jsonb DEFAULT '[]' NOT NULL,
	"problems" jsonb DEFAULT '[]' NOT NULL,
	CONSTRAINT "import_items_pkey" PRIMARY KEY("tenant_id","import_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_images" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product_images" ADD COLUMN "retry_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "import_key" text;--> statement-breakpoint
CREATE INDEX "import_items_by_effect" ON "import_items" ("tenant_id","import_id","effect","position");--> statement-breakpoint
CREATE INDEX "product_images_waiting" ON "product_images" ("tenant_id","retry_at") WHERE retry_at is not null;--> statement-breakpoint
CREATE INDEX "products_import" ON "products" ("tenant_id","import_key");--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_import" FOREIGN KEY ("tenant_id","import_id") REFERENCES "imports"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "import_items" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);