/** What the market's goods are called in Greek and English: a product that has one of a row is found by the others. */

const rows = `
ελαιόλαδο | olive oil
ελιές | ελιά | olives
πάστα ελιάς | olive paste | tapenade
μέλι | honey
κηρήθρα | honeycomb
γύρη | bee pollen
πρόπολη | propolis
βασιλικός πολτός | royal jelly
κερί μέλισσας | μελισσοκέρι | beeswax
τυρί | cheese
γιαούρτι | yogurt | yoghurt
βούτυρο | butter
γάλα | milk
αυγά | αβγά | eggs
κρασί | οίνος | wine
κόκκινο κρασί | ερυθρός οίνος | red wine
λευκό κρασί | λευκός οίνος | white wine
τσίπουρο | ρακή | τσικουδιά | raki
μπύρα | μπίρα | ζύθος | beer
λικέρ | ηδύποτο | liqueur
ξίδι | ξύδι | όξος | vinegar
πετιμέζι | grape molasses
χυμός | juice
καφές | coffee
τσάι | tea
τσάι του βουνού | σιδερίτης | mountain tea
βότανα | βότανο | αφέψημα | herbs | herbal tea
ρίγανη | oregano
θυμάρι | thyme
φασκόμηλο | sage
δίκταμο | dittany
χαμομήλι | chamomile
δεντρολίβανο | rosemary
λουίζα | verbena
δυόσμος | μέντα | mint
λεβάντα | lavender
βασιλικός | basil
δάφνη | bay leaf
γλυκάνισος | anise
κρόκος | σαφράν | ζαφορά | saffron
μπαχαρικά | spices
αλάτι | ανθός αλατιού | salt
πιπέρι | pepper
πιπεριά | πιπεριές | peppers
κανέλα | cinnamon
κάπαρη | capers
κρίταμο | samphire
ζυμαρικά | μακαρόνια | pasta
χυλοπίτες | noodles
τραχανάς | trahana
κουσκούς | couscous
ρύζι | rice
αλεύρι | flour
ψωμί | bread
παξιμάδια | ντάκος | rusks
κουλούρια | μπισκότα | cookies | biscuits
όσπρια | legumes | pulses
φακές | lentils
φασόλια | γίγαντες | beans
φάβα | split peas
ρεβίθια | chickpeas
ξηροί καρποί | nuts
αμύγδαλα | almonds
καρύδια | walnuts
φιστίκια | φυστίκια | pistachios
φουντούκια | hazelnuts
κάστανα | chestnuts
σύκα | figs
σταφίδες | σταφίδα | raisins | currants
δαμάσκηνα | plums | prunes
χουρμάδες | dates
μαρμελάδα | jam | marmalade
γλυκό του κουταλιού | spoon sweet | preserve
λουκούμι | turkish delight
χαλβάς | halva
ταχίνι | tahini
παστέλι | sesame bar
σουσάμι | sesame
σοκολάτα | chocolate
μαστίχα | mastic | mastiha
λουκάνικα | λουκάνικο | sausage
αλλαντικά | cured meat | charcuterie
κρέας | meat
ψάρι | fish
σαρδέλες | sardines
αυγοτάραχο | bottarga
τομάτα | ντομάτα | tomato
λιαστή ντομάτα | sun dried tomato
σκόρδο | garlic
κρεμμύδι | onion
μελιτζάνα | aubergine | eggplant
αγκινάρα | artichoke
μανιτάρια | mushrooms
τρούφα | truffle
πατάτες | potatoes
πορτοκάλι | orange
λεμόνι | lemon
μανταρίνι | mandarin
περγαμόντο | bergamot
ρόδι | pomegranate
μήλο | apple
αχλάδι | pear
σταφύλι | grapes
κεράσι | cherry
φράουλα | strawberry
σαπούνι | soap
κρέμα | cream
κηραλοιφή | balm | ointment
αιθέριο έλαιο | essential oil
καλλυντικά | cosmetics
κερί | candle
κεραμικά | pottery | ceramics
βιολογικό | βιολογικά | βιο | organic
χωρίς γλουτένη | gluten free
χωρίς ζάχαρη | sugar free
παρθένο | virgin
εξαιρετικό παρθένο | extra virgin
καπνιστό | smoked
δώρο | καλάθι δώρου | gift
`

export const synonyms: readonly (readonly string[])[] = rows
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((term) => term.trim()))
