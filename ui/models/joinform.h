#pragma once

#include "ui/client/roomclient.h"

#include <QObject>

#include <optional>

namespace tincan {

/// The logic of joining: one field for an address or an invite link, a name, perhaps a password.
class JoinForm : public QObject
{
    Q_OBJECT

public:
    explicit JoinForm(const QString &userName, QObject *parent = nullptr);

    QString address() const { return m_address; } ///< as typed
    QString name() const { return m_name; }
    QString password() const { return m_password; }
    void setAddress(const QString &text);
    void setName(const QString &name);
    void setPassword(const QString &password);

    QString addressProblem() const; ///< a sentence; empty while the field is empty or right
    QString nameProblem() const;
    bool canSubmit() const;

    /// What to connect to; nothing where canSubmit() is false.
    std::optional<ClientOptions> options() const;

    /// Why `name` cannot be a person's name: a sentence, or empty.
    static QString userNameProblem(const QString &name);

Q_SIGNALS:
    void changed();

private:
    QString m_address;
    QString m_name;
    QString m_password;
};

} // namespace tincan
