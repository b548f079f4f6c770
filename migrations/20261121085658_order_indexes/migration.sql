DROP INDEX "order_parts_of_producer";--> statement-breakpoint
CREATE INDEX "order_parts_of_producer" ON "order_parts" ("tenant_id","producer_id","status","placed_at");--> statement-breakpoint
DROP INDEX "orders_newest";--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" ("tenant_id","placed_at","id");--> statement-breakpoint
DROP INDEX "orders_by_status";--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" ("tenant_id","status","placed_at","id");--> statement-breakpoint
DROP INDEX "orders_of_user";--> statement-breakpoint
CREATE INDEX "orders_of_user" ON "orders" ("tenant_id","user_id","placed_at");--> statement-breakpoint
DROP INDEX "orders_of_customer";--> statement-breakpoint
CREATE INDEX "orders_of_customer" ON "orders" ("tenant_id","customer_id","placed_at");