package org.kolsuite.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.bench.Figure;

/** The figures of one run, as {@code .kol/bench/<time>.md} for people and {@code .json} for programs. Written again after each row. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final String time;
    private final Map<String, String> machine;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    private Report(Path folder, String time, Map<String, String> machine) {
        this.folder = folder;
        this.time = time;
        this.machine = machine;
    }

    public static Report begin(Path root) {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss"));
        return new Report(root.resolve(".kol").resolve("bench"), time, Machine.describe(root));
    }

    public void add(String row, List<Figure> measured) {
        figures.put(row, List.copyOf(measured));
    }

    /** A row that broke instead of measuring. */
    public void fail(String row, Exception cause) {
        failures.put(row, String.valueOf(cause.getMessage()));
        cause.printStackTrace();
    }

    public boolean hasFailures() {
        return !failures.isEmpty();
    }

    public Path file() {
        return folder.resolve(time + ".md");
    }

    public void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(), markdown());
        Files.writeString(folder.resolve(time + ".json"), JSON.writeValueAsString(json()) + "\n");
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("# Bench of " + time + "\n\n");
        machine.forEach((what, value) ->
                text.append("- ").append(what).append(": ").append(value).append('\n'));
        text.append('\n').append(new Table(figures));
        failures.forEach((row, reason) -> text.append("\n**")
                .append(row)
                .append("** broke: ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }

    private Map<String, Object> json() {
        List<Map<String, Object>> lines = new ArrayList<>();
        figures.forEach((row, measured) -> measured.forEach(figure -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("row", row);
            line.put("what", figure.what());
            line.put("measured", figure.measured());
            line.put("unit", figure.unit());
            figure.floor().ifPresent(floor -> {
                line.put("peer", figure.peer());
                line.put("peerMeasured", floor);
            });
            figure.ratio().ifPresent(ratio -> line.put("ratio", ratio));
            figure.more().ifPresent(more -> line.put("more", more));
            if (figure.hasGoal()) {
                line.put("goal", figure.goal().text(figure.unit()));
                line.put("met", figure.isMet());
            }
            lines.add(line);
        }));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("time", time);
        report.put("machine", machine);
        report.put("figures", lines);
        report.put("broken", failures);
        return report;
    }
}
