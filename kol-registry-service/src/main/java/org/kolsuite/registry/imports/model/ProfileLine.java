package org.kolsuite.registry.imports.model;

import org.kolsuite.registry.kol.model.ProfileFacts;

/**
 * One line of a file, read: whom it is about and what it says.
 *
 * @param line its number in the file as an editor or spreadsheet shows it
 */
public record ProfileLine(int line, ProfileFacts facts) {}
