namespace Federation.Cli.Clusters;

/// <summary>One console at a time changes the cluster of a folder; the system frees it when the console dies.</summary>
internal sealed class ClusterLock : IDisposable
{
    private readonly FileStream _file;

    private ClusterLock(FileStream file) => _file = file;

    /// <exception cref="ClusterException">Another console holds it, or the folder cannot be used.</exception>
    public static ClusterLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, "cluster.lock");
            return new ClusterLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ClusterException(
                "This user may not write the cluster's folder", folder, "Choose another with --dir.", 2, denied);
        }
        catch (IOException held) when (File.Exists(Path.Combine(folder, "cluster.lock")))
        {
            throw new ClusterException(
                "Another federation command is using this folder", folder,
                "Let it end, or choose another folder with --dir.", inner: held);
        }
        catch (IOException unusable)
        {
            throw new ClusterException(
                $"The cluster's folder cannot be used: {unusable.Message}", folder,
                "Choose another with --dir.", 2, unusable);
        }
    }

    public void Dispose() => _file.Dispose();
}
