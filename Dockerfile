# The product as an image: docker build -t fayan .
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 mvn -B -ntp -Dmaven.repo.local=/m2 -Dmaven.test.skip=true package \
 && mv target/fayan-*.jar app.jar \
 && java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /fayan --create-home fayan \
 && install -d -o fayan /fayan/data
WORKDIR /fayan
# what changes least comes first
COPY --from=build /build/layers/dependencies/ app/
COPY --from=build /build/layers/snapshot-dependencies/ app/
COPY --from=build /build/layers/application/ app/
USER fayan
ENV SPRING_PROFILES_ACTIVE=prod LANG=C.UTF-8 TZ=UTC
EXPOSE 8080
# bash speaks HTTP here, because the image holds no other client
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# not -jar: Tasklist's pages are not found in a manifest's class path
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-cp", "app/app.jar:app/lib/*", "io.fayan.FayanApplication"]
