package org.kolsuite.k8s.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudNativePG's objects ({@code postgresql.cnpg.io/v1}) and those of its Barman plugin ({@code barmancloud.cnpg.io/v1}), after the
 * operators' published definitions. Components that stay null are optional there.
 */
public final class CloudNativePg {
    private CloudNativePg() {}

    /** A name in the same namespace. */
    public record Name(String name) {}

    /** An entry of a secret. */
    public record Entry(String name, String key) {}

    public record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

    public record ClusterSpec(
            InheritedMetadata inheritedMetadata,
            String imageName,
            int instances,
            Bootstrap bootstrap,
            @Nullable Managed managed,
            Storage storage,
            @Nullable Storage walStorage,
            ResourceRequirements resources,
            PostgreSql postgresql,
            List<Plugin> plugins,
            @Nullable List<ExternalCluster> externalClusters) {}

    /** What everything that belongs to the cluster carries; the pods of its jobs don't. */
    public record InheritedMetadata(Map<String, String> labels) {}

    /** One of the two. */
    public record Bootstrap(
            @Nullable InitDb initdb, @Nullable Recovery recovery) {}

    public record Recovery(String source, RecoveryTarget recoveryTarget, String database, String owner, Name secret) {}

    public record RecoveryTarget(String targetTime) {}

    public record ExternalCluster(String name, ExternalPlugin plugin) {}

    public record ExternalPlugin(String name, Map<String, String> parameters) {}

    public record InitDb(String database, String owner, Name secret, List<String> postInitApplicationSQL) {}

    public record Managed(List<Role> roles) {}

    public record Role(String name, boolean login, boolean superuser, boolean bypassrls, Name passwordSecret) {}

    public record Storage(String size) {}

    /** Parameters are text, numbers too. */
    public record PostgreSql(
            Map<String, String> parameters, @Nullable Synchronous synchronous) {}

    public record Synchronous(Method method, int number, DataDurability dataDurability) {
        /** How the replicas that are waited for are chosen. */
        public enum Method {
            any,
            first
        }

        /** What happens to commits when too few replicas are there. */
        public enum DataDurability {
            required,
            preferred
        }
    }

    public record Plugin(
            String name, @JsonProperty("isWALArchiver") boolean walArchiver, Map<String, String> parameters) {}

    public record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, ScheduledBackupSpec spec) {}

    public record ScheduledBackupSpec(
            String schedule,
            boolean immediate,
            BackupOwner backupOwnerReference,
            BackupMethod method,
            Name cluster,
            Name pluginConfiguration) {}

    /** Whom a backup object belongs to, and goes with. */
    public enum BackupOwner {
        none,
        self,
        cluster
    }

    /** How a backup is taken. */
    public enum BackupMethod {
        barmanObjectStore,
        volumeSnapshot,
        plugin
    }

    public record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, ObjectStoreSpec spec) {}

    public record ObjectStoreSpec(String retentionPolicy, ObjectStoreConfiguration configuration) {}

    public record ObjectStoreConfiguration(
            String destinationPath,
            @Nullable String endpointURL,
            S3Credentials s3Credentials,
            Compressed wal,
            Compressed data) {}

    public record S3Credentials(Entry accessKeyId, Entry secretAccessKey) {}

    public record Compressed(Compression compression) {
        /** What both base backups and the log can be packed with. */
        public enum Compression {
            gzip,
            bzip2,
            snappy
        }
    }
}
