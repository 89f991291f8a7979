/**
 * Runs the steps of a move over its stores, none of which it knows.
 *
 * <p>{@code allinone move report} writes one JSON document; {@code move-report.json} among the
 * tests' resources is a sample of it:
 *
 * <ul>
 *   <li>{@code state}: {@code begun}, {@code backed-up}, {@code migrated}, {@code verified}, {@code
 *       cut-over}, {@code rolled-back} or {@code finished}; {@code serving}: {@code source} or
 *       {@code target}
 *   <li>{@code next}: what to do now, with the command; null when nothing is left
 *   <li>{@code stores}: one object each, versions, counts and bytes null until they are known
 *   <li>{@code steps}: every run in the order of the journal; {@code outcome}: {@code done}, {@code
 *       failed}, {@code differs}, {@code refused}, {@code interrupted}, or {@code running}, whose
 *       {@code ended} and {@code seconds} are null
 *   <li>{@code findings}: of the last check; {@code level}: {@code ok}, {@code warning} or {@code
 *       error}
 *   <li>{@code proof}: the last comparison, item by item, null before the first; {@code against}:
 *       {@code source} or {@code manifest}; an item that one side lacks is null there; {@code
 *       detail} and {@code keys} stand only where something differs; a key is {@code missing},
 *       {@code unexpected} or {@code changed}
 *   <li>{@code application}: the checks of the application, of the last time they ran
 *   <li>{@code backups}: finished ones; {@code current} is the one that was migrated
 * </ul>
 *
 * <p>Times are UTC; amounts are of the unit beside them: {@code bytes}, {@code rows}, {@code
 * documents}, {@code keys} or {@code items}.
 */
package com.harena.allinone.move.engine;
