package org.kolsuite.reporting.formula.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.reporting.formula.model.CostScope;
import org.kolsuite.reporting.formula.model.EmvRates;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.formula.model.Quantity;

/** The installation's defaults, from configuration; each has its source in docs/adr/0012. */
@ApplicationScoped
public class FigureSettings {
    @ConfigProperty(name = "kol.reporting.emv.version")
    String emvVersion;

    @ConfigProperty(name = "kol.reporting.emv.currency")
    String emvCurrency;

    @ConfigProperty(name = "kol.reporting.emv.rates")
    Map<String, BigDecimal> emvRates;

    @ConfigProperty(name = "kol.reporting.kpi-cap")
    BigDecimal kpiCap;

    /** What one like, comment or save is said to be worth. */
    public EmvRates emvRates() {
        Map<Quantity, BigDecimal> rates = new EnumMap<>(Quantity.class);
        emvRates.forEach((quantity, rate) -> rates.put(Quantity.valueOf(quantity.toUpperCase(Locale.ROOT)), rate));
        return new EmvRates(emvVersion, emvCurrency, rates);
    }

    /** The settings of a report that counts these costs. */
    public Formulas.Settings with(CostScope scope) {
        return new Formulas.Settings(scope, emvRates());
    }

    /** What reaching a target many times over counts for at most. */
    public BigDecimal kpiCap() {
        return kpiCap;
    }
}
