package org.kolsuite.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * A million metric snapshots through the upload that people use, from the first byte until the jobs are done, against {@code
 * COPY} of the same rows into one plain table. A file holds at most half a million lines, so that there are two.
 */
public final class ImportSnapshots implements Measurement {
    private static final int FULL = 1_000_000;
    private static final int MOST_LINES = 500_000;
    private static final int SNAPSHOTS_OF_A_POST = 100;
    private static final String PLAIN = "bench_snapshot";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "importing 1,000,000 metric snapshots, against COPY of the same rows into one plain table";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite(Set.of(ServiceSpec.REPORTING));
        Http reporting = new Http(suite.address(ServiceSpec.REPORTING), suite.tokensOf("ada"));
        int size = bench.options().scaled(FULL);
        Path folder = bench.freshFolder("import");
        try (Connection database = suite.connect("reporting")) {
            collaborations(database, reporting.tenant(), size / SNAPSHOTS_OF_A_POST);
            Sql.run(
                    database,
                    "create table if not exists " + PLAIN
                            + " as select tenant_id, seq, id, collaboration_id, post, provenance, views,"
                            + " reads, likes, comments, shares, saves, declared_engagements, taken_at, recorded_at, recorded_by,"
                            + " import_id, line from metric_snapshot limit 0");
            int[] round = {0};
            List<Path> files = new ArrayList<>();
            Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
            contenders.put("import", () -> {
                // Other moments in each round, so that every line is news.
                files.clear();
                files.addAll(write(folder, size, round[0]++));
                long before = Sql.number(database, "select count(*) from metric_snapshot");
                long start = System.nanoTime();
                List<String> jobs = new ArrayList<>();
                for (Path file : files) {
                    jobs.add(upload(reporting, file));
                }
                for (String job : jobs) {
                    awaitEnd(reporting, job);
                }
                double seconds = Sql.secondsSince(start);
                long added = Sql.number(database, "select count(*) from metric_snapshot") - before;
                if (added != size) {
                    throw new IllegalStateException("of " + size + " snapshots " + added + " were imported");
                }
                return seconds;
            });
            contenders.put("copy", () -> copied(database, folder, size));
            Map<String, List<Double>> results = new Rounds(1, bench.heavyRounds()).run(contenders);
            Sql.run(database, "drop table " + PLAIN);
            return List.of(Figure.against(
                    "importing " + size + " metric snapshots, from upload until the jobs are done",
                    results.getOrDefault("import", List.of()),
                    "s",
                    "COPY into a plain table",
                    results.getOrDefault("copy", List.of()),
                    new Goal.AtMostTimes(8)));
        } finally {
            bench.freshFolder("import");
        }
    }

    private static void collaborations(Connection database, UUID tenant, int collaborations) throws Exception {
        String t = "'" + tenant + "'::uuid";
        Sql.run(
                database,
                "insert into campaign_known select " + t
                        + ", md5('imported')::uuid, 1, md5('brand')::uuid, 'Brand', 'Imported', 'RUNNING',"
                        + " 100000000, 'CNY', date '2026-01-01', date '2026-06-30', '[]', '[]' on conflict do nothing",
                "insert into collaboration_known select " + t
                        + ", md5('imported' || i)::uuid, 1, md5('imported')::uuid, md5('kol' || i)::uuid,"
                        + " md5('account' || i)::uuid, null, 'PAID', 'PUBLISHED', null, null, 'IMPORTED' || i, null,"
                        + " 'https://xhs.example/i/' || i, timestamptz '2026-01-01 04:00Z' from generate_series(0, "
                        + (collaborations - 1) + ") i on conflict do nothing",
                "analyze collaboration_known");
    }

    private static List<Path> write(Path folder, int size, int round) throws IOException {
        List<Path> files = new ArrayList<>();
        LocalDateTime begin = LocalDateTime.of(2025, 1, 1, 0, 0).plusSeconds(round);
        for (int from = 0; from < size; from += MOST_LINES) {
            Path file = folder.resolve("snapshots-" + from + ".csv");
            files.add(file);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("collaboration,taken at,views,likes,comments,shares,saves\n");
                for (int line = from; line < Math.min(size, from + MOST_LINES); line++) {
                    int post = line / SNAPSHOTS_OF_A_POST;
                    int n = line % SNAPSHOTS_OF_A_POST;
                    out.write(collaboration(post) + ","
                            + begin.plusHours(n * 6L).toString().replace('T', ' ') + "," + (1000 + n * 997) + ","
                            + n * 31 + "," + n * 7 + "," + n * 3 + "," + n * 5 + "\n");
                }
            }
        }
        return files;
    }

    /** The id that SQL's {@code md5('imported' || i)::uuid} gives. */
    private static UUID collaboration(int i) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5")
                    .digest(("imported" + i).getBytes(StandardCharsets.US_ASCII));
            var bytes = java.nio.ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the id of the job */
    private static String upload(Http reporting, Path file) throws Exception {
        String boundary = "bench" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return reporting
                .post(
                        "/api/v1/metrics/imports",
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString(tail)))
                .path("id")
                .asText();
    }

    private static void awaitEnd(Http reporting, String id) throws Exception {
        while (true) {
            JsonNode job = reporting.get("/api/v1/metrics/imports/" + id);
            switch (job.path("status").asText()) {
                case "DONE" -> {
                    return;
                }
                case "REFUSED" -> throw new IllegalStateException("the import was refused: " + job);
                default -> Thread.sleep(100);
            }
        }
    }

    private static double copied(Connection database, Path folder, int size) throws Exception {
        Path rows = folder.resolve("rows");
        Sql.copyOut(
                database,
                "copy (select * from metric_snapshot where import_id is not null order by recorded_at desc limit "
                        + size + ") to stdout",
                rows);
        Sql.run(database, "truncate " + PLAIN);
        long start = System.nanoTime();
        Sql.copyIn(database, "copy " + PLAIN + " from stdin", rows);
        return Sql.secondsSince(start);
    }
}
