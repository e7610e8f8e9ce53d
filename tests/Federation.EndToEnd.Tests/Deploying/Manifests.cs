using System.Diagnostics;
using k8s;
using k8s.Models;

namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>Kubernetes manifests, read by the client library's own types: a key it does not know is an error.</summary>
internal sealed class Manifests
{
    private readonly IReadOnlyList<object> _all;

    private Manifests(string yaml) => _all = KubernetesYaml.LoadAllFromString(yaml, strict: true);

    public static string Folder { get; } = Path.Combine(ComposeFile.Checkout, "deploy", "kubernetes");

    /// <summary>kubectl renders overlays without any cluster; null where there is none.</summary>
    public static string? Kubectl { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);

    /// <summary>A file as it stands.</summary>
    public static Manifests Of(string file) => new(File.ReadAllText(file));

    /// <summary>An overlay with its base and patches.</summary>
    public static async Task<Manifests> Rendered(string overlay)
    {
        var start = new ProcessStartInfo(Kubectl!, ["kustomize", Path.Combine(Folder, "overlays", overlay)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new Manifests((await ConsoleRun.End(Process.Start(start)!)).Succeeded().Output);
    }

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects => [.. _all.Cast<IKubernetesObject<V1ObjectMeta>>()];

    public T One<T>(string name) => _all.OfType<T>().Single(one => ((IMetadata<V1ObjectMeta>)one!).Metadata.Name == name);

    public IEnumerable<T> All<T>() => _all.OfType<T>();

    public V1StatefulSet Silos => One<V1StatefulSet>("silo");

    public V1Container Silo => Assert.Single(Silos.Spec.Template.Spec.Containers);

    /// <summary>Every pod these manifests start.</summary>
    public IEnumerable<V1PodSpec> Pods =>
        All<V1StatefulSet>().Select(set => set.Spec.Template.Spec).Concat(All<V1Job>().Select(job => job.Spec.Template.Spec));
}

/// <summary>A fact that is skipped, and says so, on a machine without kubectl.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (Manifests.Kubectl is null) Skip = "No kubectl to render overlays with.";
    }
}

/// <summary>A theory that is skipped, and says so, on a machine without kubectl.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute()
    {
        if (Manifests.Kubectl is null) Skip = "No kubectl to render overlays with.";
    }
}
