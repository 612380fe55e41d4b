#pragma once

#include "protocol/identity.h"
#include "protocol/limits.h"
#include "server/endpoint.h"
#include "server/moderationkeeper.h"
#include "server/namekeeper.h"
#include "server/storeoptions.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace tincan {

/// Everything that a server is started with.
struct HostOptions
{
    QList<Endpoint> endpoints;
    QString name;                                ///< shown in greetings, e.g. "Ada's kitchen"
    QByteArray passwordHash;                     ///< by hashPassword(); empty: anybody may join
    QString serverId;                            ///< empty: a new one for this run
    Identity identity;                           ///< with one TLS is offered, on the same ports
    bool requireTls = false;                     ///< who does not speak it is told so, and closed
    std::shared_ptr<NameKeeper> nameKeeper = {}; ///< none: names belong to keys for this run
    QList<QByteArray> ownerKeys = {}; ///< whose keys are the owner's, as keyFingerprint() gives them
    /// None: bans, mutes, moderators and the log of acts are for this run.
    std::shared_ptr<ModerationKeeper> moderationKeeper = {};
    StoreOptions store; ///< where the rooms' logs are kept; in memory where it names no directory
    Limits limits;
    Timing timing;
    bool echo = false; ///< the echo service instead of rooms

    bool offersTls() const { return !identity.isEmpty(); }
};

} // namespace tincan
