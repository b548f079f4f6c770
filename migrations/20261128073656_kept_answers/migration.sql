-- Answers are kept for a day at most, and the old ones cannot be encrypted here.
TRUNCATE "idempotency_keys";--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "answer" text NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP COLUMN "headers";--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP COLUMN "body";