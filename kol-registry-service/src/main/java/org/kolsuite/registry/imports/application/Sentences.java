package org.kolsuite.registry.imports.application;

/** Says in one sentence what is wrong with a cell or line. */
final class Sentences {
    private Sentences() {}

    static String of(String code, String value) {
        return switch (code) {
            case "BROKEN_ENCODING" -> "The line holds bytes that are no text in the file's encoding.";
            case "UNCLOSED_QUOTE" -> "A quotation mark is opened and never closed.";
            case "CELL_TOO_LONG" -> "The cell is longer than any spreadsheet allows.";
            case "EXTRA_CELLS" -> "The line has more filled cells than the header has columns.";
            case "MISSING" -> "The cell is empty, but it is needed.";
            case "SPREADSHEET_ERROR" -> "\"" + value + "\" is an error that the spreadsheet left behind, no value.";
            case "NOT_A_NUMBER" -> "\"" + value + "\" is no number.";
            case "NOT_A_WHOLE_NUMBER" -> "\"" + value + "\" is no whole number.";
            case "AMBIGUOUS_NUMBER" -> "\"" + value + "\" can be read as two different numbers.";
            case "NUMBER_TOO_LARGE" -> "\"" + value + "\" is larger than any count can be.";
            case "LOWER_BOUND" -> "\"" + value + "\" says \"at least\", no number.";
            case "NEGATIVE" -> "\"" + value + "\" is below zero; nothing counted here can be.";
            case "NOT_A_DATE" -> "\"" + value + "\" is no date.";
            case "AMBIGUOUS_DATE" -> "\"" + value + "\" can be read as two different dates.";
            case "DATE_IN_FUTURE" -> value + " lies in the future.";
            case "UNKNOWN_COUNTRY" -> "\"" + value + "\" is no country that anyone listed.";
            case "NOT_A_WEB_ADDRESS" -> "\"" + value + "\" is no web address.";
            case "TOO_LONG" -> "The text is longer than 200 characters.";
            case "TOO_MANY_TOPICS" ->
                "The line names more than 100 topics; \"" + value + "\" and what follows is left out.";
            default -> "\"" + value + "\" can't be read.";
        };
    }
}
