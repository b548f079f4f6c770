CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "audit" (
	"tenant_id" uuid,
	"id" uuid,
	"xid" xid8 DEFAULT pg_current_xact_id() NOT NULL,
	"ordinal" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"is_override" boolean DEFAULT false NOT NULL,
	"request_id" text,
	"address" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"tenant_id" uuid,
	"position" bigint,
	"audit_id" uuid NOT NULL,
	"hash" bytea NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_pkey" PRIMARY KEY("tenant_id","position")
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" uuid PRIMARY KEY,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."passkey" (
	"id" uuid PRIMARY KEY,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" uuid PRIMARY KEY,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" uuid NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL UNIQUE,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"two_factor_enabled" boolean DEFAULT false
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" uuid PRIMARY KEY,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"tenant_id" uuid,
	"id" uuid,
	"xid" xid8 DEFAULT pg_current_xact_id() NOT NULL,
	"ordinal" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"audience" text[] NOT NULL,
	"data" jsonb DEFAULT '{}' NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox_cursors" (
	"reader" text PRIMARY KEY,
	"xid" xid8 NOT NULL,
	"ordinal" bigint NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"tenant_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"visibility" text DEFAULT 'private' NOT NULL,
	"width" integer,
	"height" integer,
	"color" text,
	"sizes" jsonb DEFAULT '{}' NOT NULL,
	"uploaded_by" uuid,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid,
	"actor" text,
	"key" text,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("tenant_id","actor","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"bucket" text PRIMARY KEY,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"tenant_id" uuid,
	"key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "effects_pkey" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
ALTER TABLE "effects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_templates" (
	"tenant_id" uuid,
	"id" uuid,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_templates_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "mail_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"tenant_id" uuid,
	"id" uuid,
	"effect_key" text NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_name" text,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"attachments" jsonb DEFAULT '[]' NOT NULL,
	"entity" text,
	"entity_id" text,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"failure" text,
	"response" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"tenant_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"is_read_only" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counters" (
	"tenant_id" uuid,
	"series" text,
	"period" text,
	"value" integer NOT NULL,
	CONSTRAINT "counters_pkey" PRIMARY KEY("tenant_id","series","period")
);
--> statement-breakpoint
ALTER TABLE "counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"tenant_id" uuid,
	"id" uuid,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"producer_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"tenant_id" uuid,
	"user_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"producer_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"locale" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_pkey" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY,
	"slug" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"blueprint" text NOT NULL,
	"domain" text UNIQUE,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"country" text DEFAULT 'GR' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Athens' NOT NULL,
	"default_locale" text DEFAULT 'el' NOT NULL,
	"locales" text[] DEFAULT '{el,en}'::text[] NOT NULL,
	"price_kind" text DEFAULT 'gross' NOT NULL,
	"registration" text DEFAULT 'open' NOT NULL,
	"settings" jsonb DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"tenant_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"tenant_id" uuid,
	"id" uuid,
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price" numeric(18,2) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_lines_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "cart_lines_quantity" CHECK ("quantity" between 1 and 9999)
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "carts" (
	"tenant_id" uuid,
	"id" uuid,
	"token_hash" text NOT NULL,
	"user_id" uuid,
	"locale" text NOT NULL,
	"email" text,
	"phone" text,
	"shipping_address" jsonb,
	"billing_address" jsonb,
	"vat_number" text,
	"shipping_method_id" uuid,
	"payment_provider" text,
	"promotion_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"seller_code" text,
	"note" text,
	"status" text DEFAULT 'open' NOT NULL,
	"order_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "carts_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "carts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "categories" (
	"tenant_id" uuid,
	"id" uuid,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"path" uuid[] NOT NULL,
	"image_file_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "categories_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_effects" (
	"tenant_id" uuid,
	"import_id" uuid,
	"entity" text,
	"entity_id" uuid,
	"effect" text NOT NULL,
	"before" jsonb,
	"version" integer NOT NULL,
	CONSTRAINT "import_effects_pkey" PRIMARY KEY("tenant_id","import_id","entity","entity_id")
);
--> statement-breakpoint
ALTER TABLE "import_effects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "imports" (
	"tenant_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"file_id" uuid,
	"producer_id" uuid,
	"status" text NOT NULL,
	"counts" jsonb DEFAULT '{}' NOT NULL,
	"problems" jsonb DEFAULT '[]' NOT NULL,
	"started_by" uuid,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_images" (
	"tenant_id" uuid,
	"id" uuid,
	"product_id" uuid NOT NULL,
	"file_id" uuid,
	"source_url" text,
	"failure" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"alt" jsonb DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_images_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "product_images" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"tenant_id" uuid,
	"id" uuid,
	"producer_id" uuid NOT NULL,
	"category_id" uuid,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}' NOT NULL,
	"seo_title" jsonb DEFAULT '{}' NOT NULL,
	"seo_description" jsonb DEFAULT '{}' NOT NULL,
	"vat_class" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"category_path" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"price_from" numeric(18,2),
	"price_to" numeric(18,2),
	"is_in_stock" boolean DEFAULT false NOT NULL,
	"variant_count" integer DEFAULT 0 NOT NULL,
	"cover_file_id" uuid,
	"rating_sum" integer DEFAULT 0 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"sold_count" integer DEFAULT 0 NOT NULL,
	"sort_names" jsonb DEFAULT '{}' NOT NULL,
	"search_vector" tsvector,
	"import_key" text,
	"external_ids" jsonb DEFAULT '{}' NOT NULL,
	"published_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_words" (
	"tenant_id" uuid,
	"word" text,
	CONSTRAINT "search_words_pkey" PRIMARY KEY("tenant_id","word")
);
--> statement-breakpoint
ALTER TABLE "search_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"tenant_id" uuid,
	"id" uuid,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	"entity" text,
	"entity_id" text,
	"note" text,
	"actor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "stock_movements_not_zero" CHECK ("quantity" <> 0)
);
--> statement-breakpoint
ALTER TABLE "stock_movements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "variants" (
	"tenant_id" uuid,
	"id" uuid,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"name" jsonb DEFAULT '{}' NOT NULL,
	"options" jsonb DEFAULT '{}' NOT NULL,
	"price" numeric(18,2) NOT NULL,
	"compare_at" numeric(18,2),
	"weight_grams" integer DEFAULT 0 NOT NULL,
	"unit" text DEFAULT 'piece' NOT NULL,
	"unit_quantity" numeric(12,3),
	"barcode" text,
	"position" integer DEFAULT 0 NOT NULL,
	"stock" integer DEFAULT 0 NOT NULL,
	"low_stock_at" integer DEFAULT 5 NOT NULL,
	"image_file_id" uuid,
	"external_ids" jsonb DEFAULT '{}' NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "variants_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "variants_stock_not_negative" CHECK ("stock" >= 0),
	CONSTRAINT "variants_price_not_negative" CHECK ("price" >= 0)
);
--> statement-breakpoint
ALTER TABLE "variants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"tenant_id" uuid,
	"id" uuid,
	"customer_id" uuid NOT NULL,
	"address" jsonb NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_addresses_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customer_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers" (
	"tenant_id" uuid,
	"id" uuid,
	"kind" text DEFAULT 'person' NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"vat_number" text,
	"locale" text DEFAULT 'el' NOT NULL,
	"user_id" uuid,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"note" text,
	"external_ids" jsonb DEFAULT '{}' NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_events" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"order_part_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}' NOT NULL,
	"audience" text DEFAULT 'all' NOT NULL,
	"actor_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "order_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_lines" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"order_part_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"name" jsonb NOT NULL,
	"variant_name" jsonb DEFAULT '{}' NOT NULL,
	"image_file_id" uuid,
	"quantity" integer NOT NULL,
	"unit_price" numeric(18,2) NOT NULL,
	"vat_class" text NOT NULL,
	"vat_rate" text NOT NULL,
	"discount" numeric(18,2) NOT NULL,
	"net" numeric(18,2) NOT NULL,
	"vat" numeric(18,2) NOT NULL,
	"gross" numeric(18,2) NOT NULL,
	"cancelled_quantity" integer DEFAULT 0 NOT NULL,
	"shipped_quantity" integer DEFAULT 0 NOT NULL,
	"returned_quantity" integer DEFAULT 0 NOT NULL,
	"refunded" numeric(18,2) DEFAULT '0' NOT NULL,
	CONSTRAINT "order_lines_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "order_lines_shipped" CHECK ("shipped_quantity" + "cancelled_quantity" <= "quantity"),
	CONSTRAINT "order_lines_returned" CHECK ("returned_quantity" <= "shipped_quantity"),
	CONSTRAINT "order_lines_refunded" CHECK ("refunded" <= "gross")
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_parts" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"producer_id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"goods_total" numeric(18,2) NOT NULL,
	"shipping_total" numeric(18,2) NOT NULL,
	"accepted_at" timestamp with time zone,
	"packed_at" timestamp with time zone,
	"shipped_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"placed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_parts_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "order_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant_id" uuid,
	"id" uuid,
	"number" text NOT NULL,
	"cart_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"customer_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"phone" text,
	"locale" text NOT NULL,
	"currency" text NOT NULL,
	"price_kind" text NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"billing_address" jsonb NOT NULL,
	"vat_number" text,
	"shipping_method_id" uuid,
	"shipping_method" jsonb NOT NULL,
	"payment_provider" text NOT NULL,
	"access_hash" text NOT NULL,
	"seller_user_id" uuid,
	"net" numeric(18,2) NOT NULL,
	"vat" jsonb NOT NULL,
	"shipping" numeric(18,2) NOT NULL,
	"shipping_vat_rate" text NOT NULL,
	"discount" numeric(18,2) NOT NULL,
	"fee" numeric(18,2) NOT NULL,
	"total" numeric(18,2) NOT NULL,
	"adjusted" numeric(18,2) DEFAULT '0' NOT NULL,
	"paid" numeric(18,2) DEFAULT '0' NOT NULL,
	"refunded" numeric(18,2) DEFAULT '0' NOT NULL,
	"promotions" jsonb DEFAULT '[]' NOT NULL,
	"note" text,
	"placed_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "orders_adjusted" CHECK ("adjusted" between 0 and "total"),
	CONSTRAINT "orders_refund_within_paid" CHECK ("refunded" <= "paid")
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "returns" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"answer" text,
	"lines" jsonb NOT NULL,
	"requested_by" uuid,
	"decided_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returns_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"provider_reference" text,
	"transaction_id" text,
	"amount" numeric(18,2) NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'started' NOT NULL,
	"method" text,
	"reference" text,
	"next" jsonb,
	"failure" text,
	"refunded" numeric(18,2) DEFAULT '0' NOT NULL,
	"succeeded_at" timestamp with time zone,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_refund_within" CHECK ("refunded" <= "amount")
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"payment_id" uuid,
	"amount" numeric(18,2) NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"lines" jsonb DEFAULT '[]' NOT NULL,
	"shipping" numeric(18,2) DEFAULT '0' NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"provider_reference" text,
	"failure" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"requested_by" uuid,
	"succeeded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_positive" CHECK ("amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhooks" (
	"tenant_id" uuid,
	"id" uuid,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"provider_reference" text,
	"transaction_id" text,
	"amount" numeric(18,2),
	"currency" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"failure" text,
	"worked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "earnings" (
	"tenant_id" uuid,
	"id" uuid,
	"producer_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"order_part_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(18,2) NOT NULL,
	"currency" text NOT NULL,
	"effect_key" text NOT NULL,
	"description" text NOT NULL,
	"earned_on" date NOT NULL,
	"statement_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "earnings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "earnings_not_zero" CHECK ("amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "earnings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payouts" (
	"tenant_id" uuid,
	"id" uuid,
	"number" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"total" numeric(18,2) NOT NULL,
	"currency" text NOT NULL,
	"count" integer NOT NULL,
	"execute_on" date NOT NULL,
	"exported_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payouts_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "payouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "statements" (
	"tenant_id" uuid,
	"id" uuid,
	"producer_id" uuid NOT NULL,
	"number" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"currency" text NOT NULL,
	"sums" jsonb NOT NULL,
	"total" numeric(18,2) NOT NULL,
	"payout_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statements_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vat_rates" (
	"tenant_id" uuid,
	"id" uuid,
	"country" text NOT NULL,
	"vat_class" text NOT NULL,
	"rate" numeric(7,4) NOT NULL,
	"valid_from" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vat_rates_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "vat_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "producer_applications" (
	"tenant_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"contact_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"vat_number" text,
	"region" text,
	"message" text NOT NULL,
	"locale" text NOT NULL,
	"user_id" uuid,
	"status" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"producer_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "producer_applications_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "producer_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "producers" (
	"tenant_id" uuid,
	"id" uuid,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}' NOT NULL,
	"region" jsonb DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"email" text,
	"phone" text,
	"origin" jsonb,
	"vat_number" text,
	"iban" text,
	"commission_percent" numeric(7,4),
	"shipping_flat" numeric(18,2),
	"free_shipping_from" numeric(18,2),
	"logo_file_id" uuid,
	"banner_file_id" uuid,
	"founded_year" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "producers_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "producers_commission" CHECK ("commission_percent" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "producers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seller_agreements" (
	"tenant_id" uuid,
	"id" uuid,
	"seller_user_id" uuid NOT NULL,
	"producer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"commission_percent" numeric(7,4) NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_agreements_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "seller_agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_tallies" (
	"tenant_id" uuid,
	"promotion_id" uuid,
	"customer_key" text,
	"used" integer NOT NULL,
	CONSTRAINT "promotion_tallies_pkey" PRIMARY KEY("tenant_id","promotion_id","customer_key")
);
--> statement-breakpoint
ALTER TABLE "promotion_tallies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotion_uses" (
	"tenant_id" uuid,
	"promotion_id" uuid,
	"order_id" uuid,
	"customer_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotion_uses_pkey" PRIMARY KEY("tenant_id","promotion_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "promotion_uses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promotions" (
	"tenant_id" uuid,
	"id" uuid,
	"name" jsonb NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"value" numeric(18,4),
	"buy_quantity" integer,
	"get_quantity" integer,
	"applies_to" text DEFAULT 'shop' NOT NULL,
	"product_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"category_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"producer_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"minimum_total" numeric(18,2),
	"usage_limit" integer,
	"usage_limit_per_customer" integer,
	"used_count" integer DEFAULT 0 NOT NULL,
	"is_stackable" boolean DEFAULT true NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "promotions_limit" CHECK ("usage_limit" is null or "used_count" <= "usage_limit")
);
--> statement-breakpoint
ALTER TABLE "promotions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviews" (
	"tenant_id" uuid,
	"id" uuid,
	"product_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"rating" integer NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"answer" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reviews_rating" CHECK ("rating" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipments" (
	"tenant_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"order_part_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text,
	"label_file_id" uuid,
	"lines" jsonb NOT NULL,
	"status" text NOT NULL,
	"events" jsonb DEFAULT '[]' NOT NULL,
	"shipped_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"tracked_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipments_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "shipments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipping_methods" (
	"tenant_id" uuid,
	"id" uuid,
	"code" text NOT NULL,
	"provider" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}' NOT NULL,
	"price" numeric(18,2),
	"rates" jsonb DEFAULT '[]' NOT NULL,
	"countries" text[] NOT NULL,
	"free_from" numeric(18,2),
	"vat_class" text DEFAULT 'standard' NOT NULL,
	"charge" text DEFAULT 'perOrder' NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipping_methods_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "shipping_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "audit_newest" ON "audit" ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" ("tenant_id","entity","entity_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" ("tenant_id","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" ("tenant_id","action","at","id");--> statement-breakpoint
CREATE INDEX "audit_order" ON "audit" ("xid","ordinal");--> statement-breakpoint
CREATE INDEX "audit_seals_row" ON "audit_seals" ("tenant_id","audit_id");--> statement-breakpoint
CREATE INDEX "account_userId_idx" ON "auth"."account" ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_userId_idx" ON "auth"."passkey" ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_credentialID_idx" ON "auth"."passkey" ("credential_id");--> statement-breakpoint
CREATE INDEX "session_userId_idx" ON "auth"."session" ("user_id");--> statement-breakpoint
CREATE INDEX "twoFactor_secret_idx" ON "auth"."two_factor" ("secret");--> statement-breakpoint
CREATE INDEX "twoFactor_userId_idx" ON "auth"."two_factor" ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier_idx" ON "auth"."verification" ("identifier");--> statement-breakpoint
CREATE INDEX "events_age" ON "events" USING brin ("at");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" ("xid","ordinal");--> statement-breakpoint
CREATE INDEX "events_tenant_order" ON "events" ("tenant_id","xid","ordinal");--> statement-breakpoint
CREATE INDEX "files_content" ON "files" ("tenant_id","sha256");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_templates_kind" ON "mail_templates" ("tenant_id","template","locale");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_effect" ON "mails" ("tenant_id","effect_key");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" ("tenant_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" ("tenant_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" ("tenant_id",lower("email"));--> statement-breakpoint
CREATE INDEX "members_name" ON "members" ("tenant_id",lower("name"),"user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("tenant_id","user_id","list","name");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_once" ON "cart_lines" ("tenant_id","cart_id","variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_open_of_user" ON "carts" ("tenant_id","user_id") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "carts_token" ON "carts" ("tenant_id","token_hash");--> statement-breakpoint
CREATE INDEX "carts_stale" ON "carts" ("tenant_id","status","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug" ON "categories" ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "import_items_by_effect" ON "import_items" ("tenant_id","import_id","effect","position");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "product_images_of_product" ON "product_images" ("tenant_id","product_id","position");--> statement-breakpoint
CREATE INDEX "product_images_waiting" ON "product_images" ("tenant_id","retry_at") WHERE retry_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug" ON "products" ("tenant_id","slug") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf" ON "products" ("tenant_id","status","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_price" ON "products" ("tenant_id","price_from","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_sold" ON "products" ("tenant_id","sold_count","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_new" ON "products" ("tenant_id","created_at","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_rating" ON "products" ("tenant_id",(("rating_sum" + 12)::float8 / ("rating_count" + 3)),"id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_el" ON "products" ("tenant_id",("sort_names" ->> 'el') collate "C","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_en" ON "products" ("tenant_id",("sort_names" ->> 'en') collate "C","id") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_shelf_facets" ON "products" ("tenant_id","producer_id","category_id","price_from","price_to") WHERE status = 'published' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_of_producer" ON "products" ("tenant_id","producer_id","id");--> statement-breakpoint
CREATE INDEX "products_import" ON "products" ("tenant_id","import_key");--> statement-breakpoint
CREATE INDEX "products_of_category" ON "products" USING gin ("category_path");--> statement-breakpoint
CREATE INDEX "products_search" ON "products" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "stock_movements_of_variant" ON "stock_movements" ("tenant_id","variant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku" ON "variants" ("tenant_id","sku") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "variants_of_product" ON "variants" ("tenant_id","product_id","position");--> statement-breakpoint
CREATE INDEX "customer_addresses_customer_index" ON "customer_addresses" ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_user" ON "customers" ("tenant_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email" ON "customers" ("tenant_id",lower("email"));--> statement-breakpoint
CREATE INDEX "customers_newest" ON "customers" ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" ("tenant_id",lower("name") collate "C","id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "order_events_of_order" ON "order_events" ("tenant_id","order_id","id");--> statement-breakpoint
CREATE INDEX "order_lines_of_order" ON "order_lines" ("tenant_id","order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_of_product" ON "order_lines" ("tenant_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_parts_once" ON "order_parts" ("tenant_id","order_id","producer_id");--> statement-breakpoint
CREATE INDEX "order_parts_of_producer" ON "order_parts" ("tenant_id","producer_id","status","placed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_cart" ON "orders" ("tenant_id","cart_id");--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" ("tenant_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" ("tenant_id","status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_of_user" ON "orders" ("tenant_id","user_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_of_customer" ON "orders" ("tenant_id","customer_id","placed_at");--> statement-breakpoint
CREATE INDEX "returns_of_order" ON "returns" ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "returns_by_status" ON "returns" ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "payments_of_order" ON "payments" ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_transaction" ON "payments" ("tenant_id","provider","transaction_id");--> statement-breakpoint
CREATE INDEX "payments_reference" ON "payments" ("tenant_id","provider","provider_reference");--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "refunds" ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhooks_event" ON "webhooks" ("tenant_id","provider","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "earnings_effect" ON "earnings" ("tenant_id","effect_key","kind");--> statement-breakpoint
CREATE INDEX "earnings_open" ON "earnings" ("tenant_id","producer_id","earned_on") WHERE statement_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_number" ON "payouts" ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_number" ON "statements" ("tenant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_period" ON "statements" ("tenant_id","producer_id","from","to");--> statement-breakpoint
CREATE UNIQUE INDEX "vat_rates_from" ON "vat_rates" ("tenant_id","country","vat_class","valid_from");--> statement-breakpoint
CREATE INDEX "producer_applications_status" ON "producer_applications" ("tenant_id","status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "producer_applications_open" ON "producer_applications" ("tenant_id",lower("email")) WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "producers_slug" ON "producers" ("tenant_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "seller_agreements_pair" ON "seller_agreements" ("tenant_id","seller_user_id","producer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seller_agreements_code" ON "seller_agreements" ("tenant_id","code","producer_id");--> statement-breakpoint
CREATE INDEX "promotion_tallies_customer" ON "promotion_tallies" ("tenant_id","customer_key");--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_code" ON "promotions" ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_once" ON "reviews" ("tenant_id","product_id","customer_id");--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "reviews" ("tenant_id","product_id","status","id");--> statement-breakpoint
CREATE INDEX "reviews_by_status" ON "reviews" ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "shipments_of_order" ON "shipments" ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "shipments_under_way" ON "shipments" ("tenant_id","status","tracked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shipping_methods_code" ON "shipping_methods" ("tenant_id","code");--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart" FOREIGN KEY ("tenant_id","cart_id") REFERENCES "carts"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "variants"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "categories"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "import_effects" ADD CONSTRAINT "import_effects_import" FOREIGN KEY ("tenant_id","import_id") REFERENCES "imports"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_import" FOREIGN KEY ("tenant_id","import_id") REFERENCES "imports"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "products"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_file" FOREIGN KEY ("tenant_id","file_id") REFERENCES "files"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_producer" FOREIGN KEY ("tenant_id","producer_id") REFERENCES "producers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category" FOREIGN KEY ("tenant_id","category_id") REFERENCES "categories"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "variants"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "products"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "customers"("tenant_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_part" FOREIGN KEY ("tenant_id","order_part_id") REFERENCES "order_parts"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "variants"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "order_parts" ADD CONSTRAINT "order_parts_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "order_parts" ADD CONSTRAINT "order_parts_producer" FOREIGN KEY ("tenant_id","producer_id") REFERENCES "producers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "payments"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "earnings" ADD CONSTRAINT "earnings_statement" FOREIGN KEY ("tenant_id","statement_id") REFERENCES "statements"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_producer" FOREIGN KEY ("tenant_id","producer_id") REFERENCES "producers"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_payout" FOREIGN KEY ("tenant_id","payout_id") REFERENCES "payouts"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_promotion" FOREIGN KEY ("tenant_id","promotion_id") REFERENCES "promotions"("tenant_id","id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "products"("tenant_id","id");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "audit" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "relay_reads" ON "audit" AS PERMISSIVE FOR SELECT TO "stoa_relay" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "audit_seals" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "relay_reads" ON "audit_seals" AS PERMISSIVE FOR SELECT TO "stoa_relay" USING (true);--> statement-breakpoint
CREATE POLICY "relay_seals" ON "audit_seals" AS PERMISSIVE FOR INSERT TO "stoa_relay" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "events" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "relay_reads" ON "events" AS PERMISSIVE FOR SELECT TO "stoa_relay" USING (true);--> statement-breakpoint
CREATE POLICY "relay_sweeps" ON "events" AS PERMISSIVE FOR DELETE TO "stoa_relay" USING (at < now() - interval '30 days');--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "files" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "effects" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "mail_templates" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "mails" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "api_keys" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "counters" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invitations" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "members" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "saved_views" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "cart_lines" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "carts" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "categories" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "import_effects" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "import_items" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "imports" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "product_images" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "products" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "search_words" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "stock_movements" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "variants" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "customer_addresses" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "customers" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "order_events" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "order_lines" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "order_parts" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "orders" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "returns" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "payments" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "refunds" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "webhooks" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "earnings" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "payouts" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "statements" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "vat_rates" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "producer_applications" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "producers" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "seller_agreements" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "promotion_tallies" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "promotion_uses" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "promotions" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "reviews" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "shipments" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "shipping_methods" AS PERMISSIVE FOR ALL TO "stoa_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);