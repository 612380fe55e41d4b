#include "server/powercut.h"

#include "server/logdatabase.h"
#include "server/logging.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// Of this run of the computer; two that are not known are two.
QString currentBoot()
{
    return QString::fromLatin1(QSysInfo::bootUniqueId());
}

} // namespace

void renewEpochs(LogDatabase &database)
{
    database.run(u"UPDATE room SET epoch = lower(hex(randomblob(8)))"_s).finish();
}

void PowerCut::begin(LogDatabase &database, StoreSync sync)
{
    const std::optional<QString> open = database.text(u"SELECT value FROM fact WHERE name = 'loose'"_s);
    const QString now = currentBoot();
    const bool wasCut = open && (now.isEmpty() || *open != now);
    if (!open && sync == StoreSync::Full)
        return;
    database.run(u"PRAGMA synchronous = FULL"_s).finish();
    database.begin();
    if (wasCut) {
        qCInfo(lcStore) << "the computer went down while a server stored loosely: the rooms get new epochs";
        renewEpochs(database);
    }
    database.run(u"DELETE FROM fact WHERE name = 'loose'"_s).finish();
    if (sync == StoreSync::Normal)
        database.run(u"INSERT INTO fact (name, value) VALUES ('loose', ?)"_s, {now}).finish();
    database.commit();
    if (sync == StoreSync::Normal)
        database.run(u"PRAGMA synchronous = NORMAL"_s).finish();
}

void PowerCut::end(LogDatabase &database, StoreSync sync)
{
    if (sync == StoreSync::Full)
        return;
    database.run(u"PRAGMA synchronous = FULL"_s).finish();
    database.run(u"DELETE FROM fact WHERE name = 'loose'"_s).finish();
}

} // namespace tincan
