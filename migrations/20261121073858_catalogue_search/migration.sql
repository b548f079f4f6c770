ALTER TABLE "products" ADD COLUMN "sort_names" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "adjusted" numeric(18,2) DEFAULT '0' NOT NULL;--> statement-breakpoint
DROP INDEX "products_shelf_sold";--> statement-breakpoint
CREATE INDEX "products_shelf_sold" ON "products" ("tenant_id","sold_count","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
DROP INDEX "customers_email";--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email" ON "customers" ("tenant_id",lower("email"));--> statement-breakpoint
CREATE INDEX "products_shelf_new" ON "products" ("tenant_id","created_at","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_rating" ON "products" ("tenant_id",(("rating_sum" + 12)::float8 / ("rating_count" + 3)),"id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_el" ON "products" ("tenant_id",("sort_names" ->> 'el') collate "C","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_en" ON "products" ("tenant_id",("sort_names" ->> 'en') collate "C","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "customers_newest" ON "customers" ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" ("tenant_id",lower("name") collate "C","id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_adjusted" CHECK ("adjusted" between 0 and "total");--> statement-breakpoint
ALTER TABLE "variants" SET (fillfactor = 80);--> statement-breakpoint
-- What lists never read (descriptions, words) is kept apart from the row, so that a page of memory holds more products.
ALTER TABLE "products" SET (fillfactor = 90, toast_tuple_target = 512);--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "search_vector" SET STORAGE EXTERNAL;--> statement-breakpoint
-- Under row-level security the planner may not use an index for an operator that could tell of hidden rows, and text
-- search, likeness, arrays and numerics are all of that kind. These views read as their owner and carry the tenant
-- themselves, so the indexes serve them and still no row of another tenant is ever in them.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['products', 'producers', 'customers'] LOOP
    EXECUTE format('CREATE POLICY window_reads ON %I FOR SELECT TO %I USING (true)', name, current_user);
  END LOOP;
END $$;--> statement-breakpoint
CREATE VIEW "shelf" AS
SELECT p.tenant_id, p.id, p.producer_id, p.category_id, p.category_path, p.slug, p.name, p.vat_class, p.status,
  p.attributes, p.tags, p.price_from, p.price_to, p.is_in_stock, p.variant_count, p.cover_file_id, p.rating_sum,
  p.rating_count, p.sold_count, p.sort_names, p.search_vector, p.search_text, p.published_at, p.deleted_at, p.version,
  p.created_at, p.updated_at, r.slug AS producer_slug, r.name AS producer_name, r.status AS producer_status
FROM products p JOIN producers r ON r.tenant_id = p.tenant_id AND r.id = p.producer_id
WHERE p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  AND r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;--> statement-breakpoint
CREATE VIEW "customer_window" AS
SELECT c.* FROM customers c
WHERE c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
WITH CHECK OPTION;
