package org.kolsuite.registry.kol.model;

import java.time.LocalDate;

/** A name an account was seen under. */
public record NameSeen(String handle, String displayName, LocalDate firstSeen, LocalDate lastSeen) {}
