#pragma once

#include "protocol/ids.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>

class QTimer;

namespace tincan {

/// Who is writing in a room just now. Who is not heard of again is forgotten after some seconds.
class TypingPeople : public QObject
{
    Q_OBJECT

public:
    static constexpr int holdsMs = 6000;
    static constexpr int most = 20; ///< more are not counted

    explicit TypingPeople(QObject *parent = nullptr, int holds = holdsMs);
    ~TypingPeople() override;

    void hear(const MemberId &member, const QString &name);
    void stop(const MemberId &member); ///< it said something, or is gone
    void clear();

    bool isEmpty() const { return m_people.isEmpty(); }
    QString text() const; ///< translated: "Ada is typing…"; empty where nobody is

Q_SIGNALS:
    void changed();

private:
    struct Person
    {
        QString name;
        std::shared_ptr<QTimer> timer;
    };

    int m_holds;
    QHash<MemberId, Person> m_people;
};

} // namespace tincan
