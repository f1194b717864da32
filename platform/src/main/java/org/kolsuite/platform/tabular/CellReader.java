package org.kolsuite.platform.tabular;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the cells of one row and gathers what it can't read, so that every problem of a row is told at once. An empty
 * answer means missing or unreadable; {@link #problems()} tells them apart.
 */
public final class CellReader {
    private final Header header;
    private final Row row;
    private final List<CellProblem> problems;

    public CellReader(Header header, Row row) {
        this.header = header;
        this.row = row;
        this.problems = new ArrayList<>(row.problems());
    }

    public long line() {
        return row.line();
    }

    /** Text as it stands; marks for "nothing" are empty, spreadsheet errors are problems, {@code #Refugio} is text. */
    public Optional<String> text(int index) {
        return read(index, raw -> {
            String clean = CellText.clean(raw);
            if (CellText.isSpreadsheetError(clean)) {
                return Reading.unreadable(CellProblem.SPREADSHEET_ERROR, clean);
            }
            return CellText.isMissing(clean) ? Reading.missing() : Reading.of(clean);
        });
    }

    public Optional<Long> whole(int index) {
        return read(index, Numbers::whole);
    }

    public Optional<BigDecimal> decimal(int index) {
        return read(index, Numbers::decimal);
    }

    public Optional<LocalDate> date(int index) {
        return read(index, Dates::date);
    }

    /** @param zone where the file was written, for times without an offset */
    public Optional<Instant> instant(int index, ZoneId zone) {
        return read(index, raw -> Dates.instant(raw, zone));
    }

    /** Reads with a rule of the caller's own, which decides what is missing and what is wrong. */
    public <T> Optional<T> read(int index, Function<String, Reading<T>> rule) {
        Reading<T> reading = rule.apply(row.text(index));
        if (reading instanceof Reading.Unreadable<T>(String code, String text)) {
            reject(index, code, text);
        }
        return reading.toOptional();
    }

    /** The text, or a problem {@code MISSING} when there is none. */
    public Optional<String> requiredText(int index) {
        return required(index, text(index));
    }

    /** Adds a problem {@code MISSING} when nothing was read and nothing was wrong. */
    public <T> Optional<T> required(int index, Optional<T> read) {
        boolean told = problems.stream().anyMatch(problem -> problem.column() == index + 1);
        if (read.isEmpty() && !told) {
            reject(index, CellProblem.MISSING, row.text(index));
        }
        return read;
    }

    /** Adds a problem that the caller found in a cell, such as an unknown platform. */
    public void reject(int index, String code, String value) {
        problems.add(new CellProblem(row.line(), index + 1, header.nameAt(index), code, value));
    }

    public List<CellProblem> problems() {
        return List.copyOf(problems);
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }
}
