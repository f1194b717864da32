package org.kolsuite.reporting.imports.application;

import java.util.List;
import org.kolsuite.platform.tabular.CellProblem;
import org.kolsuite.reporting.imports.model.LineProblem;

/** Puts what is wrong with a cell into words. */
public final class CellProblems {
    private CellProblems() {}

    public static List<LineProblem> of(List<CellProblem> problems) {
        return problems.stream()
                .map(problem -> new LineProblem(
                        problem.line(),
                        problem.column(),
                        problem.header(),
                        LineProblem.Severity.ERROR,
                        problem.code(),
                        problem.value(),
                        detail(problem.code())))
                .toList();
    }

    private static String detail(String code) {
        return switch (code) {
            case CellProblem.BROKEN_ENCODING -> "The characters are damaged: the line is in another encoding.";
            case CellProblem.UNCLOSED_QUOTE -> "A quotation mark opens and never closes.";
            case CellProblem.CELL_TOO_LONG -> "The cell is longer than allowed.";
            case CellProblem.EXTRA_CELLS -> "There is a cell beyond the last column of the header.";
            case CellProblem.MISSING -> "Nothing stands here, but it is needed.";
            case CellProblem.SPREADSHEET_ERROR -> "The spreadsheet shows an error instead of a value.";
            case CellProblem.NOT_A_NUMBER -> "This is not a number.";
            case CellProblem.NOT_A_WHOLE_NUMBER -> "This is not a whole number.";
            case CellProblem.AMBIGUOUS_NUMBER -> "This could mean two numbers.";
            case CellProblem.NUMBER_TOO_LARGE -> "The number is too large.";
            case CellProblem.LOWER_BOUND -> "This says \"more than\"; the exact number is needed.";
            case CellProblem.NOT_A_DATE -> "This is not a date.";
            case CellProblem.AMBIGUOUS_DATE -> "This could mean two dates; write the year first.";
            case "TOO_MANY_DECIMALS" -> "The amount has more decimals than its currency.";
            case "UNKNOWN_CURRENCY" -> "This is not an ISO 4217 currency with minor units.";
            case "AMOUNT_OVERFLOW" -> "The amount is too large.";
            case "NEGATIVE_AMOUNT" -> "The amount is below zero.";
            case "NEGATIVE_COUNTER" -> "A counter can't be below zero.";
            case "REFUND_EXCEEDS_PAID" -> "More was refunded than paid; is the paid column net of refunds already?";
            case "UNKNOWN_STATE" -> "This word for an order's state is not known.";
            case "IN_THE_FUTURE" -> "This lies in the future.";
            case "NOT_A_LINK" -> "This is not a web address.";
            case "NOT_AN_ID" -> "This is not an id.";
            case "UNKNOWN_POST" -> "No collaboration has this post.";
            case "POST_OF_SEVERAL" -> "Several collaborations have this post; give the collaboration's id.";
            case "UNKNOWN_COLLABORATION" -> "There is no such collaboration.";
            case "TOO_LONG" -> "The text is longer than any order number or list of codes.";
            case "NO_COUNTERS" -> "The line has no counter at all.";
            default -> "The value can't be accepted.";
        };
    }
}
