package org.kolsuite.reporting.imports.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.imports.model.BadOption;
import org.kolsuite.reporting.imports.model.FileMissing;
import org.kolsuite.reporting.imports.model.ImportMode;
import org.kolsuite.reporting.imports.model.ImportOptions;

/** The multipart form of an upload. Everything but the file may be left out. */
public class ImportForm {
    @RestForm("file")
    public @Nullable FileUpload file;

    @Schema(description = "Column by field as a JSON object; left out: the template's, or guessed.")
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    public @Nullable String mapping;

    @Schema(description = "1-based line of the header; left out: guessed.")
    @RestForm
    public @Nullable String headerLine;

    @Schema(description = "KEEP_GOOD_LINES (default) or ALL_OR_NOTHING.")
    @RestForm
    public @Nullable String mode;

    @Schema(
            description =
                    "When the counters were taken, or of which moment the report is: a day or an instant. A column counts first.")
    @RestForm
    public @Nullable String asOf;

    @Schema(description = "Zone of times without an offset, for example Asia/Shanghai.")
    @RestForm
    public @Nullable String zone;

    @Schema(description = "Orders only: a built-in template's name.")
    @RestForm
    public @Nullable String template;

    @Schema(description = "Orders only: the shop; order numbers are unique within it.")
    @RestForm
    public @Nullable String shop;

    @Schema(description = "Orders only: ISO 4217 code for lines that name none.")
    @RestForm
    public @Nullable String currency;

    @Schema(description = "Orders only: true when the paid column has refunds taken out already.")
    @RestForm
    public @Nullable String paidIsNet;

    /** @throws FileMissing when the form has no file */
    public FileUpload requiredFile() {
        if (file == null) {
            throw new FileMissing();
        }
        return file;
    }

    /** The name the person gave, without folders and control characters. */
    public String fileName() {
        String name =
                requiredFile().fileName() == null ? "upload" : requiredFile().fileName();
        String clean = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }

    /** @throws BadOption when it is no whole number above zero */
    public @Nullable Long headerLine() {
        if (headerLine == null || headerLine.isBlank()) {
            return null;
        }
        try {
            long line = Long.parseLong(headerLine.strip());
            if (line > 0) {
                return line;
            }
        } catch (NumberFormatException malformed) {
            throw new BadOption("headerLine", "The header's line is a whole number above zero.");
        }
        throw new BadOption("headerLine", "The header's line is a whole number above zero.");
    }

    /**
     * Reads the options, each with its default.
     *
     * @param now options of the future are refused
     */
    public ImportOptions options(ObjectMapper json, String defaultZone, String defaultCurrency, Instant now) {
        String zoneName = orElse(zone, defaultZone);
        Instant moment = moment(zoneName);
        if (moment != null && moment.isAfter(now)) {
            throw new BadOption("asOf", "The moment lies in the future.");
        }
        String code = orElse(currency, defaultCurrency).toUpperCase(Locale.ROOT);
        Money.minorUnitDigits(code);
        return new ImportOptions(
                mode(),
                template == null || template.isBlank() ? null : template.strip(),
                mapping(json),
                headerLine(),
                moment,
                zoneName,
                code,
                shortText("shop", orElse(shop, "default")),
                "true".equalsIgnoreCase(orElse(paidIsNet, "false")));
    }

    private ImportMode mode() {
        try {
            return mode == null || mode.isBlank()
                    ? ImportMode.KEEP_GOOD_LINES
                    : ImportMode.valueOf(mode.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadOption("mode", "The mode is KEEP_GOOD_LINES or ALL_OR_NOTHING.");
        }
    }

    private Map<String, String> mapping(ObjectMapper json) {
        if (mapping == null || mapping.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(mapping, new TypeReference<>() {});
        } catch (JsonProcessingException malformed) {
            throw new BadOption("mapping", "The mapping is a JSON object of column by field.");
        }
    }

    private @Nullable Instant moment(String zoneName) {
        try {
            ZoneId at = ZoneId.of(zoneName);
            if (asOf == null || asOf.isBlank()) {
                return null;
            }
            String text = asOf.strip();
            return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(at).toInstant() : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new BadOption(
                    asOf == null || asOf.isBlank() ? "zone" : "asOf",
                    "Give a zone such as Asia/Shanghai, and a day such as 2026-03-08 or an instant.");
        }
    }

    private static String shortText(String field, String text) {
        if (text.length() > 100) {
            throw new BadOption(field, "At most 100 characters.");
        }
        return text.replaceAll("\\p{Cntrl}", "");
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }
}
