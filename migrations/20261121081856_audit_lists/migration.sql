DROP INDEX "audit_entity";--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" ("tenant_id","entity","entity_id","at","id");--> statement-breakpoint
DROP INDEX "audit_actor";--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" ("tenant_id","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_newest" ON "audit" ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" ("tenant_id","action","at","id");--> statement-breakpoint
CREATE POLICY "relay_seals" ON "audit_seals" AS PERMISSIVE FOR INSERT TO "stoa_relay" WITH CHECK (true);