# Buurtronde in a container: build with Maven and Node, run on a JRE.
FROM debian:12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
      openjdk-17-jdk-headless maven npm ca-certificates
WORKDIR /build
COPY . .
RUN bash -c '. script/setup && setup_node && mvn -q -DskipTests package'

FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home /srv/buurtronde buurtronde \
    && mkdir -p /srv/buurtronde/data && chown -R buurtronde /srv/buurtronde
WORKDIR /srv/buurtronde
COPY --from=build /build/target/buurtronde.jar .
USER buurtronde
ENV BUURTRONDE_HOST=0.0.0.0
EXPOSE 8080
VOLUME /srv/buurtronde/data
CMD ["java", "-Xmx256m", "-jar", "buurtronde.jar"]
