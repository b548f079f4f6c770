DROP TABLE "auth"."rate_limit";--> statement-breakpoint
CREATE INDEX "members_name" ON "members" ("tenant_id",lower("name"),"user_id");