#include "ui/models/joinform.h"

#include "protocol/nickname.h"
#include "ui/models/connectionwords.h"

using namespace Qt::StringLiterals;

namespace tincan {

JoinForm::JoinForm(const QString &userName, QObject *parent) : QObject(parent), m_name(userName) {}

void JoinForm::setAddress(const QString &text)
{
    m_address = text;
    Q_EMIT changed();
}

void JoinForm::setName(const QString &name)
{
    m_name = name;
    Q_EMIT changed();
}

void JoinForm::setPassword(const QString &password)
{
    m_password = password;
    Q_EMIT changed();
}

QString JoinForm::addressProblem() const
{
    const auto parsed = RoomAddress::parse(m_address.trimmed());
    const auto *problem = std::get_if<AddressProblem>(&parsed);
    return problem && *problem != AddressProblem::Empty ? ConnectionWords::forAddress(*problem) : QString();
}

QString JoinForm::nameProblem() const
{
    return userNameProblem(m_name);
}

bool JoinForm::canSubmit() const
{
    return options().has_value();
}

std::optional<ClientOptions> JoinForm::options() const
{
    const auto address = RoomAddress::parse(m_address.trimmed());
    const auto name = checkedName(m_name, Limits());
    if (!std::holds_alternative<RoomAddress>(address) || !std::holds_alternative<QString>(name)) {
        return {};
    }
    ClientOptions options;
    options.address = std::get<RoomAddress>(address);
    options.name = std::get<QString>(name);
    options.password = m_password;
    options.clientName = u"tincan/" TINCAN_VERSION ""_s;
    return options;
}

QString JoinForm::userNameProblem(const QString &name)
{
    if (name.trimmed().isEmpty()) {
        return tr("Type the name that others will see.");
    }
    const bool good = std::holds_alternative<QString>(checkedName(name, Limits()));
    return good ? QString()
                : tr("This cannot be a name. Use up to %n characters, without signs like / # : in it.",
                     nullptr, Limits().nameCharacters);
}

} // namespace tincan
