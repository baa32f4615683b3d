# Builds the bot from source and keeps only what it takes to run it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Packages first: as long as none of these files changes, they come from the cache.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/IncidentBot.Core/IncidentBot.Core.csproj src/IncidentBot.Core/
COPY src/IncidentBot/IncidentBot.csproj src/IncidentBot/
RUN dotnet restore src/IncidentBot
COPY src src
RUN dotnet publish src/IncidentBot --configuration Release --no-restore --output /app && mkdir /data

# No shell, no package manager, no root; "extra" has the time zones that schedules need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
# 1654 is the image's own user. A new volume takes over the owner of this directory.
COPY --from=build --chown=1654:1654 /data /data
USER 1654
VOLUME /data
# Everything that is written goes to /data, so that the rest can be mounted read-only.
ENV HOME=/data \
    Database__ConnectionString="Data Source=/data/incidentbot.db" \
    Urls=http://0.0.0.0:3978 \
    ASPNETCORE_HTTP_PORTS= \
    DOTNET_EnableDiagnostics=0
EXPOSE 3978
# The bot asks itself: this image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=15s --retries=3 CMD ["dotnet", "IncidentBot.dll", "health"]
ENTRYPOINT ["dotnet", "IncidentBot.dll"]
