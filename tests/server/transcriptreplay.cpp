#include "tests/server/transcriptreplay.h"

using namespace Qt::StringLiterals;

namespace tincan::transcript {

namespace {

class Replay
{
public:
    explicit Replay(Stage &stage) : m_stage(stage) {}

    QString play(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::Connects:
            m_stage.connect(step.client, step.key);
            return {};
        case Step::Kind::Sends:
            m_stage.send(step.client, m_matcher.fill(step));
            return {};
        case Step::Kind::Receives:
            return receive(step);
        case Step::Kind::Leaves:
            m_held.remove(step.client);
            m_stage.leave(step.client);
            return {};
        case Step::Kind::IsClosed:
            return waitForEnd(step);
        }
        Q_UNREACHABLE();
    }

    /// What came, and no step named.
    QString leftOver()
    {
        m_stage.settle();
        for (auto held = m_held.begin(); held != m_held.end(); ++held) {
            held.value() += m_stage.take(held.key());
            for (const QByteArray &message : held->split('\0')) {
                if (!message.isEmpty() && !Matcher::mayPass(message + '\0'))
                    return u"at the end, %1 has: %2"_s.arg(QString::fromUtf8(held.key()),
                                                           QString::fromUtf8(message.left(300)));
            }
        }
        return {};
    }

private:
    QString receive(const Step &step)
    {
        QByteArray &held = m_held[step.client];
        const char delimiter = Matcher::delimiterOf(step);
        for (;;) {
            held += m_stage.take(step.client);
            const qsizetype end = held.indexOf(delimiter);
            if (end < 0) {
                if (m_stage.wait())
                    continue;
                return u"nothing came; wanted: "_s + Matcher::describe(step) + u" held: "_s +
                       QString::fromUtf8(held.left(300));
            }
            const QByteArray message = held.first(end + 1);
            held.remove(0, end + 1);
            if (m_matcher.matches(step, message))
                return {};
            if (!Matcher::mayPass(message))
                return u"wanted: "_s + Matcher::describe(step) + u" but got: "_s +
                       QString::fromUtf8(message.left(300));
        }
    }

    QString waitForEnd(const Step &step)
    {
        while (!m_stage.isClosed(step.client)) {
            if (!m_stage.wait())
                return u"the connection is still open"_s;
        }
        const QByteArray rest = m_held.take(step.client) + m_stage.take(step.client);
        return rest.isEmpty() || Matcher::mayPass(rest)
                   ? QString()
                   : u"before the end came: "_s + QString::fromUtf8(rest);
    }

    Stage &m_stage;
    Matcher m_matcher;
    QHash<QByteArray, QByteArray> m_held;
};

} // namespace

QString replay(const Transcript &transcript, Stage &stage)
{
    Replay run(stage);
    for (const Step &step : transcript.steps) {
        const QString problem = run.play(step);
        if (!problem.isEmpty())
            return u"line %1: %2"_s.arg(step.line).arg(problem);
    }
    return run.leftOver();
}

} // namespace tincan::transcript
