ALTER TABLE "requests" ADD COLUMN "contact_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "contact_phone" text;