-- Version 1. Column names and types are what Orleans 10.4.2 reads and writes by name; the rest is ours.

CREATE TABLE OrleansQuery (
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

-- Silo membership: one row of version per cluster, one row per life of a silo.
CREATE TABLE OrleansMembershipVersionTable (
    DeploymentId text           PRIMARY KEY,
    Timestamp    timestamptz(3) NOT NULL,
    Version      integer        NOT NULL
);

CREATE TABLE OrleansMembershipTable (
    DeploymentId text           NOT NULL REFERENCES OrleansMembershipVersionTable (DeploymentId),
    Address      text           NOT NULL,
    Port         integer        NOT NULL,
    Generation   integer        NOT NULL,
    SiloName     text           NOT NULL,
    HostName     text           NOT NULL,
    Status       integer        NOT NULL,
    ProxyPort    integer        NULL,
    SuspectTimes text           NULL,
    StartTime    timestamptz(3) NOT NULL,
    IAmAliveTime timestamptz(3) NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

-- States of grains. The extension is '' and never NULL, so that the key can be unique; the two
-- hashes are functions of the key and carry no index. The index is in byte order of the key: a
-- run's circles are read in the order of their paths without sorting.
CREATE TABLE OrleansStorage (
    GrainIdHash            integer                  NOT NULL,
    GrainIdN0              bigint                   NOT NULL,
    GrainIdN1              bigint                   NOT NULL,
    GrainTypeHash          integer                  NOT NULL,
    GrainTypeString        text        COLLATE "C"  NOT NULL,
    GrainIdExtensionString text        COLLATE "C"  NOT NULL,
    ServiceId              text        COLLATE "C"  NOT NULL,
    PayloadBinary          bytea                    NULL,
    ModifiedOn             timestamptz              NOT NULL,
    Version                integer                  NOT NULL
);

CREATE UNIQUE INDEX OrleansStorageKey ON OrleansStorage
    (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1);

CREATE TABLE OrleansRemindersTable (
    ServiceId    text           NOT NULL,
    GrainId      text           NOT NULL,
    ReminderName text           NOT NULL,
    StartTime    timestamptz(3) NOT NULL,
    Period       bigint         NOT NULL,
    GrainHash    integer        NOT NULL,
    Version      integer        NOT NULL,
    PRIMARY KEY (ServiceId, GrainId, ReminderName)
);

CREATE INDEX OrleansRemindersByHash ON OrleansRemindersTable (ServiceId, GrainHash);
