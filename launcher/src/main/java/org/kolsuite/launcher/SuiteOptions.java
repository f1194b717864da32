package org.kolsuite.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kolsuite.localstack.Durability;

/**
 * How a suite shall run.
 *
 * @param root the checkout, where the packages are
 * @param folder for data, logs and the list of processes; {@code .kol} for people
 * @param training whether services without a start-up cache write one when they stop, which takes a while
 * @param without services that are left out, because somebody else starts them
 * @param settings further settings of every service, by their property names
 * @param detours where something stands between the services and PostgreSQL or Kafka
 */
public record SuiteOptions(
        Path root,
        Path folder,
        PortPlan ports,
        Durability durability,
        boolean training,
        Set<ServiceSpec> without,
        Map<String, String> settings,
        Detours detours) {

    /** With nothing between the services and PostgreSQL or Kafka. */
    public SuiteOptions(
            Path root,
            Path folder,
            PortPlan ports,
            Durability durability,
            boolean training,
            Set<ServiceSpec> without,
            Map<String, String> settings) {
        this(root, folder, ports, durability, training, without, settings, Detours.NONE);
    }

    /** As people run it: data stays in {@code .kol} and is on the disk before anyone is told so. */
    public static SuiteOptions forPeople(Path root, PortPlan ports) {
        return new SuiteOptions(root, root.resolve(".kol"), ports, Durability.DURABLE, true, Set.of(), Map.of());
    }

    /** As a journey runs it: somewhere else, on other ports, beside whatever runs already. */
    public static SuiteOptions forTests(Path root, Path folder) {
        return new SuiteOptions(root, folder, PortPlan.random(), Durability.THROWAWAY, false, Set.of(), Map.of());
    }

    public SuiteOptions with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new SuiteOptions(root, folder, ports, durability, training, without, Map.copyOf(more), detours);
    }

    /** Leaves a place for a service that is started by somebody else, such as a developer with live reload. */
    public SuiteOptions without(ServiceSpec service) {
        Set<ServiceSpec> more = new HashSet<>(without);
        more.add(service);
        return new SuiteOptions(root, folder, ports, durability, training, Set.copyOf(more), settings, detours);
    }

    /** The same with an answer that is on the disk before anyone is told so, for tests that kill PostgreSQL. */
    public SuiteOptions durable() {
        return new SuiteOptions(root, folder, ports, Durability.DURABLE, training, without, settings, detours);
    }

    /** The same with services that come to PostgreSQL and Kafka by other ports. */
    public SuiteOptions by(Detours other) {
        return new SuiteOptions(root, folder, ports, durability, training, without, settings, other);
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Where the browser goes. */
    public String webAddress() {
        return "http://localhost:" + ports.gateway();
    }
}
