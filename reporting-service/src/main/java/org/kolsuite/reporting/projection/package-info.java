/**
 * Keeps projections true to the facts:
 *
 * <ol>
 *   <li>whoever adds a fact leaves a mark on its subject in the same transaction;
 *   <li>a sweep on every replica takes marks, one subject at a time under its lock, folds all its facts anew and replaces
 *       its rows: late, doubled or shuffled facts give the same rows;
 *   <li>the campaign's revision grows, which live pages watch.
 * </ol>
 *
 * A mark that is taken is deleted in the transaction that folds; a service killed in between leaves both undone.
 */
@NullMarked
package org.kolsuite.reporting.projection;

import org.jspecify.annotations.NullMarked;
