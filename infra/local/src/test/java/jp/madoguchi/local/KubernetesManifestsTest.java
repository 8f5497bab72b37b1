package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.Yaml;

/** What a city's cluster starts from: nothing mistyped, nothing that points to nothing, nothing open that need not be. */
class KubernetesManifestsTest {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final String NAME = "app.kubernetes.io/name";
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY_ENCRYPTION_KEY|STORE_.*_KEY)$");
    private static final Pattern PINNED = Pattern.compile("[^:]+:\\d+\\.\\d+[\\w.+-]*");
    private static final Set<String> OURS = Set.of("identity", "portal", "backoffice");

    static final List<Manifests> ZONES = List.of(Manifests.of("internet"), Manifests.of("inner"));

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyFieldIsOneThatKubernetesKnows(Manifests zone) {
        assertThat(zone.all()).hasSizeGreaterThan(10);
        assertThat(zone.unknownFields()).isEmpty();
        assertThat(zone.all(GenericKubernetesResource.class)).as("kinds that are no part of Kubernetes")
                .extracting(GenericKubernetesResource::getApiVersion).allMatch(version -> version.contains("cnpg.io/"));
        assertThat(zone.all()).filteredOn(resource -> !resource.getKind().equals("Namespace"))
                .allSatisfy(resource -> assertThat(resource.getMetadata().getNamespace())
                        .isEqualTo("madoguchi-" + zone.zone()));
    }

    @Test
    void aMistypedFieldIsFound() {
        assertThat(Manifests.unknownFields(Manifests.read("""
                apiVersion: v1
                kind: Service
                metadata: {name: portal}
                spec: {ports: [{name: http, prot: 8080}]}
                """))).containsExactly("Service portal.Spec.Ports: prot");
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyFileIsApplied(Manifests zone) {
        for (var folder : List.of("", "migration")) {
            Map<String, Object> kustomization = new Yaml().load(zone.text(folder, "kustomization.yaml"));
            assertThat(kustomization.get("resources")).asInstanceOf(
                    org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                    .containsExactlyInAnyOrderElementsOf(zone.files(folder));
            var named = images(kustomization);
            containers(zone).map(Container::getImage).filter(image -> named.containsKey(image))
                    .forEach(image -> assertThat(named.get(image)).matches("\\d+\\.\\d+.*"));
        }
        var given = images(new Yaml().load(zone.text("", "kustomization.yaml")));
        containers(zone).map(Container::getImage).forEach(image -> assertThat(
                given.containsKey(image) || PINNED.matcher(image).matches()).as(image + " is pinned").isTrue());
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyPodIsHeldShort(Manifests zone) {
        templates(zone).forEach((name, pod) -> {
            var spec = pod.getSpec();
            assertThat(spec.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            for (var container : spec.getContainers()) {
                var security = container.getSecurityContext();
                assertThat(security.getAllowPrivilegeEscalation()).as(name).isFalse();
                assertThat(security.getCapabilities().getDrop()).as(name).containsExactly("ALL");
                assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
                if (!name.equals("scanner")) {
                    assertThat(security.getReadOnlyRootFilesystem()).as(name).isTrue();
                }
            }
        });
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyProgramIsProbedAndGoesInPeace(Manifests zone) {
        for (var program : zone.all(Deployment.class)) {
            var pod = program.getSpec().getTemplate().getSpec();
            var container = pod.getContainers().getFirst();
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).endsWith("/readiness");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).endsWith("/liveness");
            assertThat(Stream
                    .of(container.getReadinessProbe(), container.getLivenessProbe(), container.getStartupProbe())
                    .map(probe -> probe.getHttpGet().getPort().getStrVal())).containsOnly("management");
            // The pause, what the program takes at most for what is under way, and some more.
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(container.getLifecycle().getPreStop().getSleep().getSeconds() + 40 + 10);
            assertThat(program.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void oneOfThemMayAlwaysGo(Manifests zone) {
        var scaled = zone.all(HorizontalPodAutoscaler.class).stream()
                .collect(Collectors.toMap(scaler -> scaler.getSpec().getScaleTargetRef().getName(),
                        scaler -> scaler.getSpec().getMinReplicas()));
        var kept = zone.all(PodDisruptionBudget.class).stream()
                .map(budget -> budget.getSpec().getSelector().getMatchLabels().get(NAME)).toList();
        for (var program : zone.all(Deployment.class)) {
            var name = program.getMetadata().getName();
            var replicas = program.getSpec().getReplicas();
            assertThat(replicas == null ? scaled.get(name) : replicas).as(name).isGreaterThanOrEqualTo(2);
            assertThat(replicas == null).as(name + ": the autoscaler alone says how many").isEqualTo(
                    scaled.containsKey(name));
            assertThat(kept).contains(name);
        }
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyNameLeadsToSomething(Manifests zone) {
        var pods = templates(zone);
        var services = zone.all(Service.class);
        for (var service : services) {
            var chosen = pods.values().stream().filter(pod -> pod.getMetadata().getLabels().entrySet()
                    .containsAll(service.getSpec().getSelector().entrySet())).toList();
            assertThat(chosen).as(service.getMetadata().getName()).hasSize(1);
            service.getSpec().getPorts().forEach(port -> assertThat(ports(chosen.getFirst()))
                    .contains(port.getTargetPort().getStrVal()));
        }
        for (var ingress : zone.all(Ingress.class)) {
            var hosts = ingress.getSpec().getTls().stream().flatMap(tls -> tls.getHosts().stream()).toList();
            ingress.getSpec().getRules().forEach(rule -> {
                assertThat(hosts).contains(rule.getHost());
                rule.getHttp().getPaths().forEach(path -> {
                    var backend = path.getBackend().getService();
                    assertThat(services.stream().filter(service -> service.getMetadata().getName()
                            .equals(backend.getName())).flatMap(service -> service.getSpec().getPorts().stream())
                            .map(port -> port.getName())).contains(backend.getPort().getName());
                });
            });
        }
        var maps = zone.all(ConfigMap.class).stream().map(map -> map.getMetadata().getName()).toList();
        containers(zone).flatMap(container -> container.getEnvFrom().stream())
                .forEach(from -> assertThat(maps).contains(from.getConfigMapRef().getName()));
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void everyDoorThatIsOpenIsThere(Manifests zone) {
        var known = templates(zone).values().stream().flatMap(pod -> ports(pod).stream()).collect(Collectors.toSet());
        var labels = templates(zone).values().stream().map(pod -> pod.getMetadata().getLabels().get(NAME))
                .collect(Collectors.toSet());
        var closed = new HashSet<String>();
        for (var policy : zone.all(NetworkPolicy.class)) {
            var spec = policy.getSpec();
            var chosen = Objects.requireNonNullElse(spec.getPodSelector().getMatchLabels(), Map.<String, String>of());
            if (chosen.isEmpty() && spec.getPodSelector().getMatchExpressions().isEmpty()
                    && spec.getIngress().isEmpty() && spec.getEgress().isEmpty()) {
                closed.addAll(spec.getPolicyTypes());
            }
            if (chosen.containsKey(NAME)) {
                assertThat(labels).contains(chosen.get(NAME));
            }
            spec.getPodSelector().getMatchExpressions()
                    .forEach(expression -> assertThat(labels).containsAll(expression.getValues()));
            Stream.concat(spec.getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                    spec.getEgress().stream().flatMap(rule -> rule.getPorts().stream()))
                    .map(NetworkPolicyPort::getPort).map(port -> port.getStrVal()).filter(Objects::nonNull)
                    .forEach(port -> assertThat(known).as(policy.getMetadata().getName()).contains(port));
        }
        assertThat(closed).as("what stands nowhere is closed").containsExactlyInAnyOrder("Ingress", "Egress");
    }

    @Test
    void nothingOfTheInternetZoneLeadsInward() throws IOException {
        for (var file : ZONES.getFirst().files("")) {
            assertThat(ZONES.getFirst().text("", file)).as(file).doesNotContain("madoguchi-inner");
        }
        assertThat(ZONES.getFirst().all(Ingress.class)).filteredOn(ingress -> ingress.getSpec().getIngressClassName()
                .equals("public")).allSatisfy(
                        ingress -> assertThat(ingress.getSpec().getRules().toString()).doesNotContain("exchange"));
    }

    @Test
    void noSecretIsWrittenDownAndEachIsToldToTheOperator() throws IOException {
        var manual = Files.readString(Path.of("../../docs/operators.md"));
        var named = new TreeSet<String>();
        for (var zone : ZONES) {
            containers(zone).flatMap(container -> container.getEnv().stream())
                    .filter(variable -> SECRET.matcher(variable.getName()).matches())
                    .forEach(variable -> {
                        assertThat(variable.getValue()).as(variable.getName()).isNull();
                        var key = variable.getValueFrom().getSecretKeyRef();
                        named.add(key.getName());
                        assertThat(manual)
                                .containsPattern("(?m)^\\| .*`" + key.getName() + "`.*`" + key.getKey() + "`");
                    });
        }
        assertThat(named).hasSizeGreaterThan(10);
    }

    /** The owner of tables is known to the migration alone. */
    @Test
    void noProgramOwnsItsTables() {
        for (var zone : ZONES) {
            for (var program : zone.all(Deployment.class)) {
                assertThat(variables(program.getSpec().getTemplate()))
                        .containsEntry("SPRING_FLYWAY_ENABLED", "false");
                assertThat(program.toString()).doesNotContain("-owner");
            }
            assertThat(zone.all(Job.class)).extracting(job -> job.getMetadata().getName())
                    .containsExactlyInAnyOrderElementsOf(zone.all(Deployment.class).stream()
                            .map(program -> program.getMetadata().getName() + "-migration").toList());
        }
    }

    /** The two ways to run the house set the same things. */
    @Test
    void theClusterSetsWhatComposeSets() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml()
                .load(Files.readString(DEPLOY.resolve("compose.yaml")));
        var services = Objects.requireNonNull(compose.get("services"));
        for (var zone : ZONES) {
            var settings = zone.all(ConfigMap.class).getFirst().getData();
            for (var program : zone.all(Deployment.class)) {
                var name = program.getMetadata().getName();
                var ours = new TreeSet<>(variables(program.getSpec().getTemplate()).keySet());
                ours.addAll(settings.keySet());
                var theirs = Objects.requireNonNull(services.get(name)).get("environment");
                assertThat(ours).as(name).containsAll(((Map<?, ?>) Objects.requireNonNull(theirs)).keySet().stream()
                        .map(String::valueOf).toList());
            }
        }
    }

    @Test
    void theDatabaseIsMadeAsInCompose() throws IOException {
        var sql = Files.readString(DEPLOY.resolve("postgres-init.sql")).replaceAll("(?m)^--.*$", "");
        var statements = Stream.of(sql.split(";"))
                .map(statement -> statement.replaceAll(" PASSWORD :'\\w+'", "").strip())
                .filter(statement -> !statement.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        var made = new TreeSet<String>();
        var connecting = new ArrayList<String>();
        for (var zone : ZONES) {
            var cluster = zone.all(GenericKubernetesResource.class).stream()
                    .filter(resource -> resource.getKind().equals("Cluster")).findFirst().orElseThrow();
            List<String> initial = Objects.requireNonNull(cluster.get("spec", "bootstrap", "initdb",
                    "postInitApplicationSQL"));
            initial.stream().filter(statement -> !statement.startsWith("GRANT")).forEach(made::add);
            initial.stream().filter(statement -> statement.startsWith("GRANT")).forEach(
                    grant -> connecting.addAll(List.of(grant.replaceFirst(".* TO ", "").split(", "))));
            List<Map<String, Object>> roles = Objects.requireNonNull(cluster.get("spec", "managed", "roles"));
            assertThat(roles).extracting(role -> "CREATE ROLE " + role.get("name") + " LOGIN")
                    .containsExactlyInAnyOrderElementsOf(
                            initial.stream().filter(statement -> statement.startsWith("CREATE ROLE")).toList());
        }
        var granted = statements.stream().filter(statement -> statement.startsWith("GRANT")).findFirst().orElseThrow();
        assertThat(granted.replaceFirst(".* TO ", "").split(", ")).containsExactlyInAnyOrderElementsOf(connecting);
        statements.remove(granted);
        assertThat(made).isEqualTo(statements);
    }

    @Test
    void eachProgramHasItsOwnBucketOnly() throws IOException {
        for (var program : List.of("portal", "backoffice")) {
            var policy = Files.readString(DEPLOY.resolve("kubernetes/s3/" + program + "-policy.json"));
            var resources = Pattern.compile("arn:[^\"]+").matcher(policy).results().map(found -> found.group())
                    .toList();
            assertThat(resources).isNotEmpty().allMatch(resource -> resource
                    .matches("arn:aws:s3:::madoguchi-" + program + "(/\\*)?"));
            assertThat(policy).doesNotContain("s3:*").doesNotContain("\"Principal\"");
        }
    }

    private static Map<String, String> images(Map<String, Object> kustomization) {
        var images = new LinkedHashMap<String, String>();
        for (var image : (List<?>) Objects.requireNonNull(kustomization.get("images"))) {
            var entry = (Map<?, ?>) image;
            images.put(String.valueOf(entry.get("name")), String.valueOf(entry.get("newTag")));
        }
        return images;
    }

    private static Map<String, PodTemplateSpec> templates(Manifests zone) {
        var templates = new TreeMap<String, PodTemplateSpec>();
        zone.all(Deployment.class)
                .forEach(one -> templates.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        zone.all(StatefulSet.class)
                .forEach(one -> templates.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        zone.all(Job.class).forEach(one -> templates.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        assertThat(templates.keySet()).containsAnyElementsOf(OURS);
        return templates;
    }

    private static Stream<Container> containers(Manifests zone) {
        return templates(zone).values().stream().flatMap(pod -> pod.getSpec().getContainers().stream());
    }

    private static Set<String> ports(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream().flatMap(container -> container.getPorts().stream())
                .map(ContainerPort::getName).collect(Collectors.toSet());
    }

    private static Map<String, String> variables(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream().flatMap(container -> container.getEnv().stream())
                .collect(Collectors.toMap(EnvVar::getName,
                        variable -> Objects.requireNonNullElse(variable.getValue(), "")));
    }
}
