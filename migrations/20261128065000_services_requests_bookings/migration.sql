CREATE TABLE "booking_holds" (
	"tenant_id" uuid,
	"id" uuid,
	"service_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"member_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"resource_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"price" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"request_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_holds_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "booking_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "booking_quotes" (
	"tenant_id" uuid,
	"id" uuid,
	"service_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"price" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_quotes_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "booking_quotes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "booking_series" (
	"tenant_id" uuid,
	"id" uuid,
	"service_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"refused" jsonb DEFAULT '[]' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_series_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "booking_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "occupancies" (
	"tenant_id" uuid,
	"id" uuid,
	"visit_id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"span" tstzrange NOT NULL,
	CONSTRAINT "occupancies_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "occupancies_span" CHECK (not isempty("span"))
);
--> statement-breakpoint
ALTER TABLE "occupancies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seats" (
	"tenant_id" uuid,
	"holder_id" uuid,
	"visit_id" uuid NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "seats_pkey" PRIMARY KEY("tenant_id","holder_id")
);
--> statement-breakpoint
ALTER TABLE "seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visits" (
	"tenant_id" uuid,
	"id" uuid,
	"service_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"seats" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visits_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "visits_seats" CHECK ("seats" between 0 and "capacity")
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requests" (
	"tenant_id" uuid,
	"id" uuid,
	"number" text NOT NULL,
	"service_id" uuid,
	"customer_id" uuid NOT NULL,
	"access_hash" text NOT NULL,
	"locale" text NOT NULL,
	"title" text,
	"description" text,
	"answers" jsonb DEFAULT '{}' NOT NULL,
	"address" jsonb,
	"status" text NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"assignee_id" uuid,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"time_zone" text,
	"member_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"resource_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"series_id" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"price" jsonb,
	"total" numeric(18,2),
	"currency" text,
	"promotion_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"confirmed_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"no_show_at" timestamp with time zone,
	"rejected_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	"cancellation_fee" numeric(18,2),
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "requests_time" CHECK (("starts_at" is null) = ("ends_at" is null))
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "busy_times" (
	"tenant_id" uuid,
	"id" uuid,
	"member_id" uuid NOT NULL,
	"source" text NOT NULL,
	"span" tstzrange NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "busy_times_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "busy_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "resources" (
	"tenant_id" uuid,
	"id" uuid,
	"name" jsonb NOT NULL,
	"kind" text DEFAULT 'room' NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resources_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "resources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_members" (
	"tenant_id" uuid,
	"service_id" uuid,
	"member_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "service_members_pkey" PRIMARY KEY("tenant_id","service_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "service_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "services" (
	"tenant_id" uuid,
	"id" uuid,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}' NOT NULL,
	"category" jsonb DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_bookable" boolean DEFAULT true NOT NULL,
	"duration_minutes" integer NOT NULL,
	"max_duration_minutes" integer,
	"slot_step_minutes" integer NOT NULL,
	"buffer_before_minutes" integer DEFAULT 0 NOT NULL,
	"buffer_after_minutes" integer DEFAULT 0 NOT NULL,
	"minimum_notice_minutes" integer DEFAULT 0 NOT NULL,
	"horizon" jsonb,
	"capacity" integer DEFAULT 1 NOT NULL,
	"daily_limit" integer,
	"daily_minutes_limit" integer,
	"weekly_limit" integer,
	"time_zone" text NOT NULL,
	"hours" jsonb,
	"overrides" jsonb DEFAULT '[]' NOT NULL,
	"holidays" jsonb,
	"member_hours" text DEFAULT 'replace' NOT NULL,
	"assignment" text DEFAULT 'any' NOT NULL,
	"resources" jsonb DEFAULT '[]' NOT NULL,
	"requires_confirmation" boolean DEFAULT false NOT NULL,
	"price" jsonb DEFAULT '{"base":"0"}' NOT NULL,
	"vat_class" text DEFAULT 'standard' NOT NULL,
	"cancellation" jsonb,
	"questions" jsonb DEFAULT '[]' NOT NULL,
	"sla" jsonb,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "services_duration" CHECK ("duration_minutes" > 0 and "slot_step_minutes" > 0),
	CONSTRAINT "services_capacity" CHECK ("capacity" > 0)
);
--> statement-breakpoint
ALTER TABLE "services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_members" (
	"tenant_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"email" text,
	"user_id" uuid,
	"time_zone" text,
	"hours" jsonb,
	"overrides" jsonb DEFAULT '[]' NOT NULL,
	"time_off" jsonb DEFAULT '[]' NOT NULL,
	"travel" jsonb DEFAULT '[]' NOT NULL,
	"daily_limit" integer,
	"daily_minutes_limit" integer,
	"weekly_limit" integer,
	"skills" text[] DEFAULT '{}'::text[] NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_members_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "booking_holds_expiring" ON "booking_holds" ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "booking_quotes_age" ON "booking_quotes" ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "occupancies_of_visit" ON "occupancies" ("tenant_id","visit_id");--> statement-breakpoint
CREATE INDEX "seats_of_visit" ON "seats" ("tenant_id","visit_id");--> statement-breakpoint
CREATE INDEX "seats_expiring" ON "seats" ("tenant_id","expires_at") WHERE expires_at is not null;--> statement-breakpoint
CREATE INDEX "visits_of_service" ON "visits" ("tenant_id","service_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_number" ON "requests" ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "requests_of_customer" ON "requests" ("tenant_id","customer_id","id");--> statement-breakpoint
CREATE INDEX "requests_by_start" ON "requests" ("tenant_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "requests_by_status" ON "requests" ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "requests_of_assignee" ON "requests" ("tenant_id","assignee_id","id");--> statement-breakpoint
CREATE INDEX "requests_of_series" ON "requests" ("tenant_id","series_id","starts_at");--> statement-breakpoint
CREATE INDEX "busy_times_span" ON "busy_times" USING gist ("tenant_id","member_id","span");--> statement-breakpoint
CREATE INDEX "service_members_by_member" ON "service_members" ("tenant_id","member_id");--> statement-breakpoint
CREATE INDEX "services_position" ON "services" ("tenant_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_user" ON "team_members" ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "team_members_name" ON "team_members" ("tenant_id",lower("name"),"id");--> statement-breakpoint
ALTER TABLE "booking_holds" ADD CONSTRAINT "booking_holds_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "booking_quotes" ADD CONSTRAINT "booking_quotes_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "booking_series" ADD CONSTRAINT "booking_series_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_visit" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "visits"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_visit" FOREIGN KEY ("tenant_id","visit_id") REFERENCES "visits"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "customers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_assignee" FOREIGN KEY ("tenant_id","assignee_id") REFERENCES "team_members"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "team_members"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "service_members" ADD CONSTRAINT "service_members_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "services"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "service_members" ADD CONSTRAINT "service_members_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "team_members"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "booking_holds" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "booking_quotes" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "booking_series" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "occupancies" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "seats" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "visits" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "requests" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "busy_times" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "resources" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "service_members" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "services" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "team_members" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
-- No two visits share a resource, whatever races above it.
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_apart" EXCLUDE USING gist ("tenant_id" WITH =, "resource_id" WITH =, "span" WITH &&);
