#include "protocol/jsonvocabulary.h"
