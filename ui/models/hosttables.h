#pragma once

#include "protocol/moderation.h"
#include "protocol/roominfo.h"
#include "ui/models/recordtable.h"

#include <QCoreApplication>

namespace tincan {

using ConnectionTable = RecordTable<ConnectionInfo>;
using BanTable = RecordTable<Ban>;
using ModeratorTable = RecordTable<Member>;
using ActTable = RecordTable<ActRecord>;

/// What the tables of the host panel show, column by column; numbers and times in the reader's locale.
class HostTables
{
    Q_DECLARE_TR_FUNCTIONS(tincan::HostTables)

public:
    static ConnectionTable::Columns connectionColumns();
    static BanTable::Columns banColumns();
    static ModeratorTable::Columns moderatorColumns();
    static ActTable::Columns actColumns();

    static QString keyOf(const ConnectionInfo &connection);
    static QString keyOf(const Ban &ban);
    static QString keyOf(const Member &moderator);
    static QString keyOf(const ActRecord &act);

private:
    static QString yesOrNo(bool yes);
};

} // namespace tincan
