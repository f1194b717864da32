/**
 * Keeps projections true to the facts:
 *
 * <ol>
 *   <li>whoever adds a fact leaves a mark on its subject in the same transaction; an import of metrics
 *       keeps its subjects to itself, and they are marked when it has ended or its worker died;
 *   <li>once that is committed the projector takes marks, folds all facts of their subjects anew and replaces their rows:
 *       late, doubled or shuffled facts give the same rows. One replica folds a tenant at a time; a sweep on every
 *       replica finds what was marked elsewhere;
 *   <li>the sums of the campaigns and KOLs they belong to are taken anew in the same transaction (docs/adr/0018);
 *   <li>the campaign's revision grows, which live pages watch.
 * </ol>
 *
 * A mark that is taken is deleted in the transaction that folds; a service killed in between leaves both undone.
 */
@NullMarked
package org.kolsuite.reporting.projection;

import org.jspecify.annotations.NullMarked;
