#include "tests/gui/host.h"

#include "ui/widgets/hostdialog.h"
#include "ui/widgets/invitedialog.h"

#include <QComboBox>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace tincan {

Host::Host(const QString &name)
{
    AppOptions options;
    options.name = name;
    options.profile = m_profile.filePath(u"profile"_s);
    options.nearby = u"none"_s;
    m_program = std::make_unique<Application>(options);
    m_program->start();
}

Host::~Host() = default;

quint16 Host::freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void Host::openRoom(bool clearAllowed)
{
    m_port = freePort();
    const WindowDriver ada = driver();
    ada.choose(u"Host a Room…"_s);
    QTRY_VERIFY(ada.find<HostDialog>());
    ada.fill(u"Port"_s, QString::number(m_port));
    auto *reach = ada.find<QComboBox>(u"Who can reach it"_s);
    reach->setCurrentText(u"This computer only"_s);
    if (!clearAllowed)
        ada.press(u"Let terminals join without encryption"_s);
    ada.press(u"Host"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.find<InviteDialog>(), 15'000);
    ada.press(u"Done"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.rooms().size(), 2, 15'000);
}

} // namespace tincan
