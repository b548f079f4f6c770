# syntax=docker/dockerfile:1
FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node -e "import('/app/src/platform/start/build.ts').then(({ ensureBuilt }) => ensureBuilt('/app'))"

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 STOA_DATA=/data
COPY package.json package-lock.json ./
# Optional packages stay: the picture library's binaries are among them.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
# The sources come along: the server runs them as they are, and knows by them that the pages are built.
COPY --from=build /app/vite.config.ts /app/react-router.config.ts /app/tsconfig.json ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/src ./src
COPY --from=build /app/build ./build
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is told to stop, without a shell or npm in between.
CMD ["node", "--max-semi-space-size=8", "src/start.js"]
