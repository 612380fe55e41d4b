#include "tests/e2e/uidriver/uidriver.h"

#include <QGenericPlugin>

namespace tincan {

/// Brings the driver into the app: Qt loads it when QT_QPA_GENERIC_PLUGINS names it.
class UiDriverPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "uidriver.json")

public:
    QObject *create(const QString &, const QString &) override
    {
        return new UiDriver(
            quint16(qEnvironmentVariableIntValue("TINCAN_UIDRIVER"))); // the caller's to delete
    }
};

} // namespace tincan

#include "plugin.moc"
