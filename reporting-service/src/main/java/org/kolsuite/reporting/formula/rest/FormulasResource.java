package org.kolsuite.reporting.formula.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.reporting.formula.application.FigureSettings;
import org.kolsuite.reporting.formula.model.EmvRates;
import org.kolsuite.reporting.formula.model.Formula;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.orders.model.AttributionPolicy;

/** How every figure is computed, and with which settings. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/formulas")
@Tag(name = "Formulas")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class FormulasResource {
    @Inject
    FigureSettings settings;

    @ConfigProperty(name = "kol.reporting.viral-threshold")
    long viralThreshold;

    @ConfigProperty(name = "kol.reporting.zone")
    String zone;

    /** @param ratesMajor in major units for each one of the counted things */
    public record EmvRatesAnswer(String version, String currency, Map<String, BigDecimal> ratesMajor) {}

    /** The catalogue and what it stands on. */
    public record CatalogueAnswer(
            List<Formula> formulas,
            EmvRatesAnswer emvRates,
            long viralThreshold,
            String zone,
            String attributionRule) {}

    @GET
    public CatalogueAnswer catalogue() {
        EmvRates rates = settings.emvRates();
        Map<String, BigDecimal> ratesMajor = new TreeMap<>();
        rates.ratesMajor().forEach((quantity, rate) -> ratesMajor.put(quantity.label(), rate));
        return new CatalogueAnswer(
                Formulas.catalogue(),
                new EmvRatesAnswer(rates.version(), rates.currency(), ratesMajor),
                viralThreshold,
                zone,
                AttributionPolicy.VERSION);
    }
}
