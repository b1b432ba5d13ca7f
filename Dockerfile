# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS web
WORKDIR /source
COPY host/web/package.json host/web/package-lock.json host/web/.npmr[c] host/web/
RUN npm --prefix host/web ci --no-audit --no-fund
COPY sdk/web sdk/web
COPY plugins plugins
COPY host/web host/web
RUN cd host/web && WEB_OUT=/app/wwwroot npx --no-install vite build --logLevel warn

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS host
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig AIWendy.sln ./
COPY host host
COPY sdk sdk
COPY plugins plugins
COPY scripts/app.proj scripts/app.proj
RUN dotnet msbuild scripts/app.proj -nologo -v:quiet -t:Restore && dotnet msbuild scripts/app.proj -nologo -v:quiet

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=host /source/artifacts/app ./
COPY --from=web /app/wwwroot wwwroot
COPY --chmod=755 deploy/entrypoint.sh /usr/local/bin/aiwendy
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin aiwendy \
    && install -d -o aiwendy -g aiwendy -m 700 /data
USER 10001
ENV DOTNET_RUNNING_IN_CONTAINER=true \
    AIWENDY_BIND=0.0.0.0 \
    AIWENDY_AUTH_REQUIRED=1
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["dotnet", "/app/AIWendy.Host.dll", "health"]
ENTRYPOINT ["aiwendy"]
CMD ["serve"]
