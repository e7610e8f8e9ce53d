-- The queries Orleans 10.4.2 looks up by name. A section runs from its "-- query:" line to the next.
-- Transactions begin IMMEDIATE: a deferred one that meets a busy file leaks into the pool.

-- query: InsertMembershipVersionKey
INSERT OR IGNORE INTO OrleansMembershipVersionTable (DeploymentId, Timestamp, Version)
VALUES (@DeploymentId, datetime('now'), 0);
SELECT changes();

-- query: InsertMembershipKey
BEGIN IMMEDIATE;
UPDATE OrleansMembershipVersionTable SET Timestamp = datetime('now'), Version = Version + 1
 WHERE DeploymentId = @DeploymentId AND Version = @Version
   AND NOT EXISTS (SELECT 1 FROM OrleansMembershipTable
                    WHERE DeploymentId = @DeploymentId AND Address = @Address
                      AND Port = @Port AND Generation = @Generation);
INSERT INTO OrleansMembershipTable
       (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort,
        StartTime, IAmAliveTime)
SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort,
       @StartTime, @IAmAliveTime
 WHERE changes() = 1;
SELECT changes();
COMMIT;

-- query: UpdateMembershipKey
BEGIN IMMEDIATE;
UPDATE OrleansMembershipVersionTable SET Timestamp = datetime('now'), Version = Version + 1
 WHERE DeploymentId = @DeploymentId AND Version = @Version
   AND EXISTS (SELECT 1 FROM OrleansMembershipTable
                WHERE DeploymentId = @DeploymentId AND Address = @Address
                  AND Port = @Port AND Generation = @Generation);
UPDATE OrleansMembershipTable
   SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
 WHERE changes() = 1 AND DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port
   AND Generation = @Generation;
SELECT changes();
COMMIT;

-- query: DeleteMembershipTableEntriesKey
BEGIN IMMEDIATE;
DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId;
DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId;
COMMIT;

-- query: MembershipReadRowKey
-- The version comes back even when the silo has no row.
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status,
       m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
  FROM OrleansMembershipVersionTable v
  LEFT JOIN OrleansMembershipTable m
    ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port
   AND m.Generation = @Generation
 WHERE v.DeploymentId = @DeploymentId

-- query: MembershipReadAllKey
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status,
       m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
  FROM OrleansMembershipVersionTable v
  LEFT JOIN OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId
 WHERE v.DeploymentId = @DeploymentId

-- query: UpdateIAmAlivetimeKey
UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
 WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port
   AND Generation = @Generation

-- query: GatewaysQueryKey
SELECT Address, ProxyPort, Generation FROM OrleansMembershipTable
 WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0

-- query: CleanupDefunctSiloEntriesKey
-- 3 is Active.
DELETE FROM OrleansMembershipTable
 WHERE DeploymentId = @DeploymentId AND IAmAliveTime < @IAmAliveTime AND Status <> 3

-- query: WriteToStorageKey
-- No row comes back when the version is not the stored one: Orleans reads that as a lost race.
INSERT INTO OrleansStorage
       (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString,
        GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
       IFNULL(@GrainIdExtensionString, ''), @ServiceId, @PayloadBinary, datetime('now'), 1
 WHERE @GrainStateVersion IS NULL
    OR EXISTS (SELECT 1 FROM OrleansStorage
                WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
                  AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '')
                  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1)
    ON CONFLICT (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1)
    DO UPDATE SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn,
                  Version = Version + 1
       WHERE Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion

-- query: ReadFromStorageKey
SELECT PayloadBinary, Version FROM OrleansStorage
 WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
   AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '')
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1

-- query: ClearStorageKey
UPDATE OrleansStorage
   SET PayloadBinary = NULL, ModifiedOn = datetime('now'), Version = Version + 1
 WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
   AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '')
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion

-- query: DeleteStorageKey
DELETE FROM OrleansStorage
 WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
   AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '')
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND Version = @GrainStateVersion
RETURNING Version + 1 AS NewGrainStateVersion

-- query: ReadReminderRowsKey
SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainId = @GrainId

-- query: ReadReminderRowKey
SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName

-- query: ReadRangeRows1Key
SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash

-- query: ReadRangeRows2Key
-- A range that passes the end of the ring.
SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash)

-- query: DeleteReminderRowsKey
DELETE FROM OrleansRemindersTable WHERE ServiceId = @ServiceId

-- query: UpsertReminderRowKey
INSERT INTO OrleansRemindersTable
       (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (ServiceId, GrainId, ReminderName)
    DO UPDATE SET StartTime = excluded.StartTime, Period = excluded.Period,
                  GrainHash = excluded.GrainHash, Version = Version + 1
RETURNING Version

-- query: DeleteReminderRowKey
DELETE FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName
   AND Version = @Version;
SELECT changes();
