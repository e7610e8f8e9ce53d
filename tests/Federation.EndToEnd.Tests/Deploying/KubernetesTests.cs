using Federation.Contracts.Hosting;
using k8s.Models;
using YamlDotNet.Serialization;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>What deploy/kubernetes promises, on the manifests as they are rendered.</summary>
public sealed class KubernetesTests
{
    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Manifests.Folder, "*.yaml", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "kustomization.yaml")
        .Select(file => Path.GetRelativePath(Manifests.Folder, file)).Order()];

    public static TheoryData<string> Overlays => ["local", "production"];

    [Theory, MemberData(nameof(Files))]
    public void Every_file_is_of_the_types_it_says(string file) =>
        Assert.NotEmpty(Manifests.Of(Path.Combine(Manifests.Folder, file)).Objects);

    [Fact]
    public void Every_file_is_named_by_its_kustomization()
    {
        foreach (var list in Directory.EnumerateFiles(Manifests.Folder, "kustomization.yaml", SearchOption.AllDirectories))
        {
            var folder = Path.GetDirectoryName(list)!;
            var keys = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(list));
            var resources = ((List<object>)keys["resources"]).Select(one => (string)one);
            var patches = keys.TryGetValue("patches", out var some)
                ? ((List<object>)some).Select(one => (string)((Dictionary<object, object>)one)["path"])
                : [];
            string[] named = [.. resources.Concat(patches)];

            Assert.All(named, one => Assert.True(Path.Exists(Path.Combine(folder, one)), $"{list}: {one}"));
            Assert.Empty(Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileName(file)!)
                .Except(named).Except(["kustomization.yaml"]));
        }
    }

    [KubectlTheory, MemberData(nameof(Overlays))]
    public async Task Rendered_it_starts_silos_that_may_do_as_little_as_they_need(string overlay)
    {
        var all = await Manifests.Rendered(overlay);

        Assert.All(all.Objects.Where(one => one is not V1Namespace), one => Assert.Equal("federation", one.Metadata.NamespaceProperty));
        Assert.All(all.Pods, pod =>
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.All(pod.Containers, container =>
            {
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
                Assert.NotNull(container.Resources.Requests["memory"]);
                Assert.Matches(":[0-9]", container.Image);
            });
        });
        Assert.True(all.Silo.SecurityContext.ReadOnlyRootFilesystem);
        Assert.NotEmpty(all.Silos.Spec.Template.Spec.TopologySpreadConstraints);
        Assert.Empty(all.All<V1Secret>());
    }

    [KubectlTheory, MemberData(nameof(Overlays))]
    public async Task A_silo_leaves_in_time_and_never_two_at_once(string overlay)
    {
        var all = await Manifests.Rendered(overlay);
        var silo = all.Silos.Spec.Template.Metadata.Labels;

        Assert.True(all.Silos.Spec.Template.Spec.TerminationGracePeriodSeconds > 30);
        var budget = all.One<V1PodDisruptionBudget>("silo");
        Assert.Equal("1", budget.Spec.MaxUnavailable.Value);
        Assert.All(
            [budget.Spec.Selector, all.Silos.Spec.Selector, all.One<V1NetworkPolicy>("silo").Spec.PodSelector],
            selector => Assert.All(selector.MatchLabels, label => Assert.Equal(label.Value, silo[label.Key])));
        Assert.All(all.One<V1Service>("silo").Spec.Selector, label => Assert.Equal(label.Value, silo[label.Key]));
    }

    [KubectlTheory, MemberData(nameof(Overlays))]
    public async Task Its_probes_and_its_job_are_commands_of_the_image(string overlay)
    {
        var all = await Manifests.Rendered(overlay);
        string[] program = ComposeFile.Entrypoint("deploy/Dockerfile");

        Assert.Equal([.. program, "--health", "ready"], all.Silo.ReadinessProbe.Exec.Command);
        Assert.Equal([.. program, "--health", "ready"], all.Silo.StartupProbe.Exec.Command);
        Assert.Equal([.. program, "--health", "live"], all.Silo.LivenessProbe.Exec.Command);
        Assert.Equal(["--migrate"], Assert.Single(Assert.Single(all.All<V1Job>()).Spec.Template.Spec.Containers).Args);
    }

    [KubectlTheory, MemberData(nameof(Overlays))]
    public async Task A_silo_understands_its_environment_and_listens_where_the_network_lets_it(string overlay)
    {
        var all = await Manifests.Rendered(overlay);
        var settings = all.One<V1ConfigMap>("silo-settings").Data;

        var options = LaunchOptions.Read(null, name => settings.TryGetValue(name, out var value) ? value : null);

        Assert.Empty(settings.Keys.Where(name => name.StartsWith("FEDERATION_", StringComparison.Ordinal))
            .Except(typeof(LaunchOptions).GetProperties().Select(property =>
                "FEDERATION_" + System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(property.Name))));
        Assert.Equal([options.SiloPort, options.GatewayPort], all.Silo.Ports.Select(port => port.ContainerPort));
        Assert.Contains(all.Silo.VolumeMounts, mount =>
            options.StatusFile.StartsWith(mount.MountPath + "/", StringComparison.Ordinal));
        var open = all.One<V1NetworkPolicy>("silo").Spec.Ingress.SelectMany(rule => rule.Ports).Select(port => port.Port.Value);
        Assert.Equal([$"{options.SiloPort}", $"{options.GatewayPort}"], open.Distinct().Order());
    }

    [KubectlTheory, MemberData(nameof(Overlays))]
    public async Task Nobody_is_reached_who_need_not_be(string overlay)
    {
        var all = await Manifests.Rendered(overlay);
        var nobody = all.One<V1NetworkPolicy>("nobody").Spec;

        Assert.Empty(nobody.PodSelector.MatchLabels ?? new Dictionary<string, string>());
        Assert.Equal(["Ingress", "Egress"], nobody.PolicyTypes);
        Assert.True((nobody.Ingress?.Count ?? 0) == 0 && (nobody.Egress?.Count ?? 0) == 0);
        // Whoever is heard is named by label: no rule is open to all.
        Assert.All(
            all.All<V1NetworkPolicy>().SelectMany(policy => policy.Spec.Ingress ?? []),
            rule => Assert.All(Assert.IsAssignableFrom<IEnumerable<V1NetworkPolicyPeer>>(rule.FromProperty), peer =>
                Assert.NotEmpty(peer.PodSelector.MatchLabels)));
        if (overlay == "local")
            Assert.Equal("5432", Assert.Single(Assert.Single(all.One<V1NetworkPolicy>("postgres").Spec.Ingress).Ports).Port.Value);
    }

    [KubectlFact]
    public async Task In_production_the_silos_role_is_granted_rows_and_the_owners_address_is_the_jobs_alone()
    {
        var all = await Manifests.Rendered("production");
        var job = Assert.Single(Assert.Single(all.All<V1Job>()).Spec.Template.Spec.Containers).Env;

        Assert.NotEmpty(job.Single(variable => variable.Name == "FEDERATION_GRANT_TO").Value);
        Assert.Equal("owner", job.Single(variable => variable.Name == "FEDERATION_STORE").ValueFrom.SecretKeyRef.Key);
        Assert.Equal("silos", all.Silo.Env.Single(variable => variable.Name == "FEDERATION_STORE").ValueFrom.SecretKeyRef.Key);
        Assert.Equal("false", all.One<V1ConfigMap>("silo-settings").Data["FEDERATION_MIGRATES"]);
    }
}
