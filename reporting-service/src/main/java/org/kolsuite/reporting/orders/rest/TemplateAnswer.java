package org.kolsuite.reporting.orders.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.imports.model.SavedTemplate;
import org.kolsuite.reporting.orders.application.OrderTemplate;

/**
 * How a shop's report is read.
 *
 * @param mapping column by field; empty: guessed from the header
 * @param currency null: asked for
 */
public record TemplateAnswer(
        String name,
        String title,
        boolean builtIn,
        Map<String, String> mapping,
        boolean paidIsNet,
        @Nullable String currency,
        @Nullable String zone) {

    static TemplateAnswer of(OrderTemplate template) {
        return new TemplateAnswer(
                template.name(),
                template.title(),
                true,
                template.columns(),
                template.paidIsNet(),
                template.currency(),
                template.zone());
    }

    static TemplateAnswer of(SavedTemplate template) {
        return new TemplateAnswer(template.name(), template.name(), false, template.mapping(), false, null, null);
    }
}
