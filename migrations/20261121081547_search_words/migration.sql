DROP VIEW "shelf";--> statement-breakpoint
CREATE TABLE "search_words" (
	"tenant_id" uuid,
	"word" text COLLATE "C",
	CONSTRAINT "search_words_pkey" PRIMARY KEY("tenant_id","word")
);
--> statement-breakpoint
ALTER TABLE "search_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "products_likeness";--> statement-breakpoint
ALTER TABLE "products" DROP COLUMN "search_text";--> statement-breakpoint
CREATE INDEX "products_shelf_facets" ON "products" ("tenant_id","producer_id","category_id","price_from","price_to") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "search_words" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
-- Read by every list, so they stay in the row.
ALTER TABLE "products" ALTER COLUMN "name" SET STORAGE MAIN, ALTER COLUMN "sort_names" SET STORAGE MAIN,
  ALTER COLUMN "attributes" SET STORAGE MAIN, ALTER COLUMN "slug" SET STORAGE MAIN;--> statement-breakpoint
-- As before (see catalogue_search), without the column that is gone.
CREATE VIEW "shelf" AS
SELECT p.tenant_id, p.id, p.producer_id, p.category_id, p.category_path, p.slug, p.name, p.vat_class, p.status,
  p.attributes, p.tags, p.price_from, p.price_to, p.is_in_stock, p.variant_count, p.cover_file_id, p.rating_sum,
  p.rating_count, p.sold_count, p.sort_names, p.search_vector, p.published_at, p.deleted_at, p.version,
  p.created_at, p.updated_at, r.slug AS producer_slug, r.name AS producer_name, r.status AS producer_status
FROM products p JOIN producers r ON r.tenant_id = p.tenant_id AND r.id = p.producer_id
WHERE p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  AND r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
